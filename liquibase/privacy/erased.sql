--liquibase formatted sql

--changeset maru:profiles-erased
alter table profiles add column erased_at timestamptz;
comment on column profiles.erased_at is 'since when nothing is known of the person but a name that stands for them; what must stay points here';
alter table profiles add constraint profiles_erased check (erased_at is null or deleted_at is not null and company = '' and role = '' and bio = '' and avatar_url = '') not valid;

--changeset maru:profiles-erased-validated
alter table profiles validate constraint profiles_erased;
