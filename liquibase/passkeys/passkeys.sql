--liquibase formatted sql

--changeset maru:auth-passkeys
create table auth_passkeys (
  id bigint generated always as identity primary key,
  passkey_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null check (length(public_key) <= 2000),
  attestation bytea not null check (length(attestation) <= 20000),
  signature_count bigint not null check (signature_count >= 0),
  transports text[] not null default '{}' check (cardinality(transports) <= 20),
  backup_eligible boolean not null,
  backup_state boolean not null,
  label text not null check (label <> '' and length(label) <= 60),
  used_at timestamptz,
  removed_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_passkeys_of on auth_passkeys (profile_id, id);
create index auth_passkeys_removed on auth_passkeys (removed_at) where removed_at is not null;
comment on column auth_passkeys.attestation is 'what the device said when it made the key, without saying which device it is';
comment on column auth_passkeys.removed_at is 'since when it lets nobody in; the row goes soon after, when nobody has taken that back';

create table auth_passkey_challenges (
  id bigint generated always as identity primary key,
  challenge_id uuid not null unique default gen_random_uuid(),
  holder_hash text not null unique check (length(holder_hash) = 64),
  challenge bytea not null check (length(challenge) = 32),
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_passkey_challenges_old on auth_passkey_challenges (expires_at);
comment on table auth_passkey_challenges is 'what a device is to sign, once; of which browser asked only a hash is kept';

-- no row: a way that has none is on, and a version of the application that does not know it meets no name that is new to it
--changeset maru:auth-ways-passkey
alter table auth_ways drop constraint auth_ways_way;
alter table auth_ways add constraint auth_ways_way check (way in ('password', 'magic_link', 'email_code', 'passkey')) not valid;

--changeset maru:auth-ways-passkey-validated
alter table auth_ways validate constraint auth_ways_way;
