--liquibase formatted sql

--changeset maru:auth-ways
create table auth_ways (
  id bigint generated always as identity primary key,
  way_id uuid not null unique default gen_random_uuid(),
  way text not null unique constraint auth_ways_way check (way in ('password', 'magic_link', 'email_code')),
  enabled boolean not null default true,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
insert into auth_ways (way) values ('password'), ('magic_link'), ('email_code');

--changeset maru:auth-magic-links
create table auth_magic_links (
  id bigint generated always as identity primary key,
  link_id uuid not null unique default gen_random_uuid(),
  purpose text not null default 'sign_in' constraint auth_magic_links_purpose check (purpose in ('sign_in', 'password_reset')),
  token text not null unique check (length(token) = 64),
  email text not null check (length(email) <= 320),
  redirect_to text not null default '/' check (redirect_to ~ '^/([^/\\].*)?$' and length(redirect_to) <= 1000),
  expires_at timestamptz not null,
  consumed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_magic_links_old on auth_magic_links (expires_at);
create index auth_magic_links_open on auth_magic_links (lower(email)) where consumed_at is null;
comment on column auth_magic_links.token is 'the hash of what the mail carries';
comment on column auth_magic_links.email is 'empty where nobody has that address: the row is written so that asking takes as long';

--changeset maru:auth-otp-codes
create table auth_otp_codes (
  id bigint generated always as identity primary key,
  code_id uuid not null unique default gen_random_uuid(),
  link_id uuid references auth_magic_links (link_id) on delete cascade,
  asked_by text not null unique check (length(asked_by) = 64),
  target text not null check (length(target) <= 320),
  code_hash text not null check (length(code_hash) = 64),
  redirect_to text not null default '/' check (redirect_to ~ '^/([^/\\].*)?$' and length(redirect_to) <= 1000),
  expires_at timestamptz not null,
  consumed_at timestamptz,
  attempt_count int not null default 0 check (attempt_count >= 0),
  throttled_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_otp_codes_link on auth_otp_codes (link_id);
create index auth_otp_codes_old on auth_otp_codes (expires_at);
comment on column auth_otp_codes.asked_by is 'the hash of a secret that only the browser holds which asked; it is in code_hash too, so that six digits cannot be tried out on this table';

--changeset maru:auth-limits
create table auth_limits (
  id bigint generated always as identity primary key,
  limit_key text not null unique check (length(limit_key) <= 120),
  state bytea,
  expires_at bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_limits_expired on auth_limits (expires_at);
comment on table auth_limits is 'how much of what is limited somebody has left: a hash of who, and a bucket as bucket4j writes it';
