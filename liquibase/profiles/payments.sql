--liquibase formatted sql

--changeset maru:profile-invoices-status-changed
alter table profile_invoices add column status_changed_at timestamptz;
update profile_invoices set status_changed_at = created_at;
alter table profile_invoices alter column status_changed_at set default now();
alter table profile_invoices alter column status_changed_at set not null;
comment on column profile_invoices.status_changed_at is 'when the invoice became what it is: paid, failed, refunded';

--changeset maru:profile-invoices-status-changes splitStatements:false
create function profile_invoices_status_changed() returns trigger language plpgsql as $$
begin
  new.status_changed_at := now();
  return new;
end $$;
create trigger profile_invoices_status_changed before update of status on profile_invoices for each row
  when (old.status is distinct from new.status and old.status_changed_at = new.status_changed_at)
  execute function profile_invoices_status_changed();
