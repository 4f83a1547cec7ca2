--liquibase formatted sql

--changeset maru:auth-tokens
create table auth_tokens (
  id bigint generated always as identity primary key,
  token_id uuid not null unique default gen_random_uuid(),
  name text not null check (length(name) between 1 and 120),
  prefix text not null check (length(prefix) between 4 and 24),
  token_hash text not null unique,
  scopes text[] not null constraint auth_tokens_scopes check (cardinality(scopes) > 0 and scopes <@ array['metrics:write', 'monitoring:read']),
  created_by uuid references profiles (id) on delete set null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
comment on column auth_tokens.prefix is 'how it begins, to be told from others; of the whole only the hash is kept';
create index auth_tokens_created_by on auth_tokens (created_by);
create index auth_tokens_revoked_by on auth_tokens (revoked_by);
create index auth_tokens_newest on auth_tokens (id desc);

--changeset maru:auth-audit-logs-tokens
alter table auth_audit_logs drop constraint auth_audit_logs_event;
alter table auth_audit_logs add constraint auth_audit_logs_event check (event in
  ('login_success', 'login_failure', 'logout', 'password_reset', 'password_changed', 'magic_link_sent', 'otp_sent', 'otp_verified', 'first_admin_created',
   'token_created', 'token_revoked'))
  not valid;

--changeset maru:auth-audit-logs-tokens-validated
alter table auth_audit_logs validate constraint auth_audit_logs_event;
