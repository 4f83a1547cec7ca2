--liquibase formatted sql

--changeset maru:publication-parents
alter table publications add column parent_id uuid;
comment on column publications.parent_id is 'the parent that the published revision names; without a foreign key, as history outlives what it tells of';
create index publications_open_parent on publications (parent_id, type, access, display_order, entry_id) where until_edition is null;
