--liquibase formatted sql

--changeset sample:audience
alter table test_notices add column audience text not null default 'everyone' check (length(audience) <= 120);
