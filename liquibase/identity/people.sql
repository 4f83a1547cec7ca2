--liquibase formatted sql

--changeset maru:profiles
create table profiles (
  id uuid primary key default gen_random_uuid(),
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  status text not null default 'active' constraint profiles_status check (status in ('invited', 'active', 'suspended', 'deactivated')),
  name text not null default '' check (length(name) <= 120),
  role text not null default '' check (length(role) <= 120),
  company text not null default '' check (length(company) <= 120),
  email text not null check (length(email) <= 320),
  timezone text not null default 'Asia/Seoul' check (length(timezone) <= 64),
  joined_at timestamptz,
  avatar_url text not null default '' check (length(avatar_url) <= 2000),
  bio text not null default '' check (length(bio) <= 4000),
  preferences jsonb not null default '{}',
  version int not null default 0,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create unique index profiles_email on profiles (lower(email));

--changeset maru:staff
create table staff (
  id bigint generated always as identity primary key,
  profile_id uuid not null unique references profiles (id) on delete cascade,
  role text not null constraint staff_role check (role in ('viewer', 'author', 'editor', 'admin')),
  password_hash text,
  locale text check (locale in ('en', 'ko')),
  theme text check (theme in ('light', 'dark')),
  demo boolean not null default false,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);

--changeset maru:first-admin-links
create table auth_first_admin_links (
  id bigint generated always as identity primary key,
  link_id uuid not null unique default gen_random_uuid(),
  email text not null check (length(email) <= 320),
  token_hash text not null unique,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
