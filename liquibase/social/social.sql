--liquibase formatted sql

-- rooms bring ways of their own: a word, not one of a list. No row for it: a way that has none is on
--changeset maru:auth-ways-any
alter table auth_ways drop constraint auth_ways_way;
alter table auth_ways add constraint auth_ways_way check (way ~ '^[a-z][a-z_]{0,39}$') not valid;

--changeset maru:auth-ways-any-validated
alter table auth_ways validate constraint auth_ways_way;

--changeset maru:auth-social-providers
create table auth_social_providers (
  id bigint generated always as identity primary key,
  provider_id uuid not null unique default gen_random_uuid(),
  provider text not null unique constraint auth_social_providers_provider check (provider in ('google', 'github', 'apple', 'kakao')),
  client_id text not null check (length(client_id) between 1 and 300),
  client_secret text not null check (client_secret ~ '^[0-9a-f]{8}\.[A-Za-z0-9_-]+$' and length(client_secret) <= 12000),
  redirect_uri text not null check (redirect_uri ~ '^https?://' and length(redirect_uri) <= 2000),
  scopes text[] not null check (cardinality(scopes) between 1 and 20),
  enabled boolean not null default false,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint auth_social_providers_apple check (provider <> 'apple' or (metadata -> 'teamId') is not null and (metadata -> 'keyId') is not null)
);
comment on column auth_social_providers.client_secret is 'locked with a key that is not in the database, whose name stands before the point; of Apple the private key';
comment on column auth_social_providers.redirect_uri is 'the one that was registered at the provider';

-- by the app too: another app of the same provider may call other people by the same subject
--changeset maru:auth-social-links
create table auth_social_links (
  id bigint generated always as identity primary key,
  link_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  provider text not null constraint auth_social_links_provider check (provider in ('google', 'github', 'apple', 'kakao')),
  client_id text not null check (length(client_id) between 1 and 300),
  subject text not null check (length(subject) between 1 and 255),
  email text not null default '' check (length(email) <= 320),
  last_used_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (provider, client_id, subject),
  unique (profile_id, provider, client_id)
);
comment on column auth_social_links.email is 'what the provider called them when they were linked, to be recognised by; never what lets them in';
