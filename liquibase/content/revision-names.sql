--liquibase formatted sql

--changeset maru:content-revision-names
-- what people call a revision afterwards; the revision itself is never updated
create table content_revision_names (
  id bigint generated always as identity primary key,
  entry_id uuid not null,
  number int not null,
  name text not null check (length(name) <= 120),
  named_by uuid references profiles (id) on delete set null,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (entry_id, number),
  foreign key (entry_id, number) references content_revisions (entry_id, number) on delete cascade
);
create index content_revision_names_named_by on content_revision_names (named_by);
