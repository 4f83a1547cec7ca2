--liquibase formatted sql

--changeset maru:auth-invitations
create table auth_invitations (
  id bigint generated always as identity primary key,
  invitation_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  token_hash text not null unique,
  invited_by uuid references profiles (id) on delete set null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_invitations_of on auth_invitations (profile_id, id desc);
create index auth_invitations_by on auth_invitations (invited_by);
comment on table auth_invitations is 'links that let somebody into the staff, once; the last one of a person holds';

-- here rather than in the application: it holds whatever changes a role or a status. Who waits for the lock sees what the other did.
--changeset maru:staff-keeps-an-admin splitStatements:false
create function staff_keeps_an_admin() returns trigger language plpgsql as $$
declare
  left_one uuid := case tg_table_name when 'staff' then (to_jsonb(old) ->> 'profile_id')::uuid else (to_jsonb(old) ->> 'id')::uuid end;
  of_the_demo boolean;
begin
  if tg_table_name = 'staff' then
    of_the_demo := (to_jsonb(old) ->> 'demo')::boolean;
    if not exists (select from profiles where id = left_one and status = 'active' and deleted_at is null) then
      return old;
    end if;
  else
    select demo into of_the_demo from staff where profile_id = left_one and role = 'admin';
    if not found then
      return old;
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtext('staff-keeps-an-admin'));
  if not exists (select from active_staff where role = 'admin' and id <> left_one and (of_the_demo or not demo)) then
    raise exception 'somebody must remain an admin' using errcode = 'check_violation', constraint = 'staff_keeps_an_admin';
  end if;
  return old;
end $$;
create trigger staff_role_keeps_an_admin after update of role on staff
  for each row when (old.role = 'admin' and new.role <> 'admin') execute function staff_keeps_an_admin();
create trigger staff_deleted_keeps_an_admin after delete on staff
  for each row when (old.role = 'admin') execute function staff_keeps_an_admin();
create trigger profiles_status_keeps_an_admin after update of status, deleted_at on profiles
  for each row when (old.status = 'active' and old.deleted_at is null and (new.status <> 'active' or new.deleted_at is not null)) execute function staff_keeps_an_admin();
-- before: the staff goes with the profile, and afterwards nobody would know what they were
create trigger profiles_deleted_keeps_an_admin before delete on profiles
  for each row when (old.status = 'active' and old.deleted_at is null) execute function staff_keeps_an_admin();
