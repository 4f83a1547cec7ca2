--liquibase formatted sql

--changeset maru:content-unsaved
create table content_unsaved (
  id bigint generated always as identity primary key,
  unsaved_id uuid not null unique default gen_random_uuid(),
  entry_id uuid not null,
  type text not null check (length(type) <= 96),
  profile_id uuid not null references profiles (id) on delete cascade,
  sitting_id uuid not null,
  base int not null check (base >= 0),
  number int not null check (number >= 0),
  form jsonb not null default '{}' constraint content_unsaved_form_size check (octet_length(form::text) <= 4000000),
  saved_at timestamptz not null,
  discarded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (entry_id, profile_id, sitting_id, base)
);
comment on table content_unsaved is 'what a person has typed and not yet saved, path by path, for each opening of the form';
comment on column content_unsaved.entry_id is 'an entry that is not stored yet has unsaved text, too';
comment on column content_unsaved.base is 'the revision that the form was made from; 0 for the blank of a new entry';
comment on column content_unsaved.number is 'counts what the sitting had kept or saved; what comes late changes nothing';
create index content_unsaved_profile on content_unsaved (profile_id, saved_at);
