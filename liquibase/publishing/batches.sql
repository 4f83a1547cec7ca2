--liquibase formatted sql

--changeset maru:content-batches
create table content_batches (
  id bigint generated always as identity primary key,
  batch_id uuid not null unique default gen_random_uuid(),
  type text not null check (length(type) <= 96),
  act text not null constraint content_batches_act check (act in ('publish', 'unpublish', 'archive', 'restore')),
  author uuid references profiles (id) on delete set null,
  edition bigint references editions (number),
  outcomes jsonb not null,
  undone_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index content_batches_author on content_batches (author);
create index content_batches_edition on content_batches (edition);
comment on table content_batches is 'what was done to many entries at once: what became of each, and what it was before, so that all of it can be taken back';
