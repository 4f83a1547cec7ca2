--liquibase formatted sql

--changeset sample:notices
create table test_notices (
  id bigint generated always as identity primary key,
  notice_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  title text not null default '' check (length(title) <= 120),
  tone text constraint test_notices_tone check (tone in ('calm', 'urgent')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create table test_notice_lines (
  id bigint generated always as identity primary key,
  line_id uuid not null unique default gen_random_uuid(),
  notice bigint not null references test_notices (id) on delete cascade,
  text text not null default '' check (length(text) <= 200),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (notice, display_order)
);
