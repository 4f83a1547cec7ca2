--liquibase formatted sql

--changeset maru:auth-totp
create table auth_totp (
  id bigint generated always as identity primary key,
  totp_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null unique references profiles (id) on delete cascade,
  secret text check (length(secret) <= 400),
  pending text check (length(pending) <= 400),
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint auth_totp_confirmed check ((secret is null) = (confirmed_at is null))
);
comment on column auth_totp.secret is 'locked with the key of the operator; pending is one that its person has not yet proved to have';
comment on column auth_totp.last_step is 'the half minute of the last code that was used: none of it or before it is taken again';

--changeset maru:auth-recovery-codes
create table auth_recovery_codes (
  id bigint generated always as identity primary key,
  code_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  code_hash text not null unique check (length(code_hash) = 64),
  used_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_recovery_codes_of on auth_recovery_codes (profile_id);

--changeset maru:auth-demands
create table auth_demands (
  id bigint generated always as identity primary key,
  demand_id uuid not null unique default gen_random_uuid(),
  demand text not null unique constraint auth_demands_demand check (demand in ('second_factor_of_admins')),
  enabled boolean not null default false,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
insert into auth_demands (demand) values ('second_factor_of_admins');

--changeset maru:active-staff-proves-twice
create or replace view active_staff as
select p.id, p.name, p.email, p.timezone, s.role, s.locale, s.theme, s.demo,
  exists (select from auth_totp t where t.profile_id = p.id and t.confirmed_at is not null)
    or s.role = 'admin' and exists (select from auth_demands d where d.demand = 'second_factor_of_admins' and d.enabled) as proves_twice
from staff s join profiles p on p.id = s.profile_id
where p.status = 'active' and p.deleted_at is null;
