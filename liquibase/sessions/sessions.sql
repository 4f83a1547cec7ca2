--liquibase formatted sql

--changeset maru:active-staff
create view active_staff as
select p.id, p.name, p.email, p.timezone, s.role, s.locale, s.theme, s.demo
from staff s join profiles p on p.id = s.profile_id
where p.status = 'active' and p.deleted_at is null;
comment on view active_staff is 'who may be signed in, as they are now';

--changeset maru:auth-sessions
create table auth_sessions (
  id bigint generated always as identity primary key,
  session_id uuid not null unique,
  secret_hash text not null unique,
  profile_id uuid references profiles (id) on delete cascade,
  ip_address inet,
  user_agent text check (length(user_agent) <= 1000),
  begun_at timestamptz not null,
  used_at timestamptz not null,
  idle_seconds int not null check (idle_seconds > 0),
  ends_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_sessions_of on auth_sessions (profile_id, used_at desc);
create index auth_sessions_ended on auth_sessions (ends_at);
comment on column auth_sessions.secret_hash is 'of what the cookie says: whoever reads this table is not let in by it';
comment on column auth_sessions.used_at is 'to the minute: a request that comes sooner writes nothing';

create table auth_session_attributes (
  id bigint generated always as identity primary key,
  session_id uuid not null references auth_sessions (session_id) on delete cascade,
  name text not null check (length(name) <= 200),
  value bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (session_id, name)
);
comment on table auth_session_attributes is 'what the next page is to say, as JSON; who is signed in is read from the staff each time';
