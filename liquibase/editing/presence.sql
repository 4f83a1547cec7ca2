--liquibase formatted sql

--changeset maru:editing-presence
create table editing_presence (
  id bigint generated always as identity primary key,
  presence_id uuid not null unique default gen_random_uuid(),
  entry_id uuid not null,
  profile_id uuid not null references profiles (id) on delete cascade,
  seen_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (entry_id, profile_id)
);
comment on table editing_presence is 'who has an entry''s editor open: whoever is not seen again for a while has left';
create index editing_presence_profile on editing_presence (profile_id);
create index editing_presence_seen on editing_presence (seen_at);
