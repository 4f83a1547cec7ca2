--liquibase formatted sql

--changeset maru:content-parents
alter table content_entries add column parent_id uuid references content_entries (entry_id);
comment on column content_entries.parent_id is 'the entry among whose own this has its place in order; null where the type has one order for all';
create index content_entries_parent on content_entries (parent_id, type, display_order, id);

--changeset maru:content-entries-without-parent
create index content_entries_without_parent on content_entries (type, display_order, id) where parent_id is null;
