--liquibase formatted sql

--changeset maru:content-entries-remarks
alter table content_entries add column remarks int not null default 0 check (remarks >= 0);
comment on column content_entries.remarks is 'how much the checks found, kept here so that lists are narrowed to it in their order';
create index content_entries_remarks on content_entries (type, display_order, id) where remarks > 0;
update content_entries set remarks = errors + warnings from content_checks
where content_checks.entry_id = content_entries.entry_id and errors + warnings > 0;
drop index content_checks_found;
