--liquibase formatted sql

--changeset maru:auth-audit-logs
create table auth_audit_logs (
  id bigint generated always as identity primary key,
  log_id uuid not null unique default gen_random_uuid(),
  profile_id uuid,
  event text not null constraint auth_audit_logs_event check (event in
    ('login_success', 'login_failure', 'logout', 'password_reset', 'magic_link_sent', 'otp_sent', 'otp_verified', 'first_admin_created')),
  ip_address inet check (ip_address is null),
  user_agent text check (user_agent is null),
  location text check (location is null),
  personal_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index auth_audit_logs_created on auth_audit_logs (created_at desc, id desc);
create index auth_audit_logs_profile on auth_audit_logs (profile_id, created_at desc);
comment on table auth_audit_logs is 'append-only; who, from where and with what lies in auth_audit_personal, which may be erased: personal_hash proves what it said';

create table auth_audit_personal (
  id bigint generated always as identity primary key,
  log_id uuid not null unique references auth_audit_logs (log_id),
  salt text not null,
  email text check (length(email) <= 320),
  ip_address inet,
  user_agent text check (length(user_agent) <= 1000),
  location text check (length(location) <= 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);

--changeset maru:auth-audit-logs-append-only splitStatements:false
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger auth_audit_logs_append_only before update or delete or truncate on auth_audit_logs
  for each statement execute function refuse_change();
