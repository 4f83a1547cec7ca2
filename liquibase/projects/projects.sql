--liquibase formatted sql

--changeset maru:projects
create table projects (
  id bigint generated always as identity primary key,
  project_id uuid not null unique default gen_random_uuid(),
  owner_profile_id uuid not null references profiles (id) on delete cascade,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  title text not null default '' check (length(title) <= 200),
  description text not null default '' check (length(description) <= 4000),
  status text not null default 'draft' constraint projects_status check (status in ('draft', 'generating', 'active', 'completed', 'archived')),
  visibility text not null default 'private' constraint projects_visibility check (visibility in ('private', 'team', 'public')),
  likes bigint not null default 0 check (likes >= 0),
  ctr numeric(7, 4) check (ctr between 0 and 100),
  budget numeric(14, 2) check (budget >= 0),
  views bigint not null default 0 check (views >= 0),
  tiktok_url text not null default '' check (length(tiktok_url) <= 2000),
  video_url text not null default '' check (length(video_url) <= 2000),
  thumbnail text not null default '' check (length(thumbnail) <= 2000),
  cover_image text not null default '' check (length(cover_image) <= 2000),
  config jsonb not null default '{}',
  published_at timestamptz,
  archived_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
comment on column projects.ctr is 'click-through rate in percent';
create index projects_owner on projects (owner_profile_id, created_at desc, id desc);
create index projects_created on projects (created_at desc, id desc);
