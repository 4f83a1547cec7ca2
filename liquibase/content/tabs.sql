--liquibase formatted sql

--changeset maru:content-entries-tabs
-- just what the tabs ask for, so that they are counted from the index alone: the former ones lacked the state, and
-- PostgreSQL read the table instead
create index content_entries_scheduled_tab on content_entries (type, display_order, id) where scheduled and state <> 'archived';
create index content_entries_in_review_tab on content_entries (type, display_order, id) where in_review and state <> 'archived';
drop index content_entries_scheduled;
drop index content_entries_in_review;
