--liquibase formatted sql

--changeset sample:audience
alter table test_notices add column audience text not null default 'everyone' check (length(audience) <= 120);
alter table test_notices add column follows_id uuid references test_notices (notice_id);
create index test_notices_follows on test_notices (follows_id);
