--liquibase formatted sql

--changeset maru:admin-announcements
create table admin_announcements (
  id bigint generated always as identity primary key,
  announcement_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  title text not null default '' check (length(title) <= 200),
  body text not null default '' check (length(body) <= 100000),
  author_profile_id uuid references profiles (id) on delete set null,
  status text not null default 'draft' constraint admin_announcements_status check (status in ('draft', 'scheduled', 'published', 'archived')),
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index admin_announcements_published on admin_announcements (published_at desc, id desc);
create index admin_announcements_author on admin_announcements (author_profile_id);
comment on column admin_announcements.status is 'kept true in the transaction that publishes, unpublishes, archives or schedules';
