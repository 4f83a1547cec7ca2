--liquibase formatted sql

--changeset maru:auth-known-networks
create table auth_known_networks (
  id bigint generated always as identity primary key,
  network_id uuid not null unique default gen_random_uuid(),
  network_hash text not null unique check (length(network_hash) = 64),
  used_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_known_networks_old on auth_known_networks (used_at);
comment on table auth_known_networks is 'from where somebody has signed in lately, whoever it was: such tries are counted apart from those of strangers';

--changeset maru:auth-known-devices
create table auth_known_devices (
  id bigint generated always as identity primary key,
  device_id uuid not null unique default gen_random_uuid(),
  secret_hash text not null check (length(secret_hash) = 64),
  profile_id uuid not null references profiles (id) on delete cascade,
  used_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (secret_hash, profile_id)
);
create index auth_known_devices_of on auth_known_devices (profile_id);
create index auth_known_devices_old on auth_known_devices (used_at);
comment on table auth_known_devices is 'with which browsers somebody has signed in lately: nobody else uses up their tries. Of what the browser shows, only the hash is kept';
