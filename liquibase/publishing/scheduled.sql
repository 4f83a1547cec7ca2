--liquibase formatted sql

--changeset maru:content-entries-scheduled
alter table content_entries add column scheduled boolean not null default false;
comment on column content_entries.scheduled is 'whether something is to happen to it at a time, kept here so that lists are narrowed to it in their order';
create index content_entries_scheduled on content_entries (type, display_order, id) where scheduled;
update content_entries set scheduled = true where entry_id in (select entry_id from content_schedules where state = 'pending');

-- here rather than in the application: it holds whatever writes a schedule, also a node of an older version beside this one
--changeset maru:content-entries-scheduled-kept splitStatements:false
create function keep_scheduled() returns trigger language plpgsql as $$
begin
  update content_entries entry set scheduled = not scheduled
  where entry_id in (select entry_id from touched)
    and scheduled <> exists (select from content_schedules pending where pending.entry_id = entry.entry_id and pending.state = 'pending');
  return null;
end $$;
create trigger content_schedules_inserted after insert on content_schedules
  referencing new table as touched for each statement execute function keep_scheduled();
create trigger content_schedules_updated after update on content_schedules
  referencing new table as touched for each statement execute function keep_scheduled();
create trigger content_schedules_deleted after delete on content_schedules
  referencing old table as touched for each statement execute function keep_scheduled();
