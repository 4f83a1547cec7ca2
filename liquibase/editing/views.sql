--liquibase formatted sql

--changeset maru:list-views
create table list_views (
  id bigint generated always as identity primary key,
  view_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  type text not null check (length(type) <= 96),
  name text not null check (length(name) between 1 and 60),
  query jsonb not null default '{}' check (length(query::text) <= 4000),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (profile_id, type, name)
);
comment on table list_views is 'what one person looks at in a list again and again: the list''s address under a name';
