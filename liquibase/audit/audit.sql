--liquibase formatted sql

-- rooms name what they write by themselves: a word, not one of a list
--changeset maru:auth-audit-logs-any-event
alter table auth_audit_logs drop constraint auth_audit_logs_event;
alter table auth_audit_logs add constraint auth_audit_logs_event check (event ~ '^[a-z][a-z_]{0,59}$') not valid;

--changeset maru:auth-audit-logs-any-event-validated
alter table auth_audit_logs validate constraint auth_audit_logs_event;

--changeset maru:auth-audit-logs-acts
alter table auth_audit_logs add column act boolean not null default false, add column subject_type text, add column subject_id uuid,
  add constraint auth_audit_logs_subject check ((subject_type is null) = (subject_id is null)) not valid,
  add constraint auth_audit_logs_subject_type check (length(subject_type) <= 60) not valid;
comment on column auth_audit_logs.act is 'what somebody did to the desk or the site, not that they came or went';
comment on column auth_audit_logs.subject_id is 'what it was done to; for an edition its number';
alter table auth_audit_personal add column title text check (length(title) <= 400), add column before jsonb, add column after jsonb;
comment on column auth_audit_personal.before is 'what changed, by field, as it was; what personal_hash of an act proves too';

--changeset maru:auth-audit-logs-acts-validated
alter table auth_audit_logs validate constraint auth_audit_logs_subject;
alter table auth_audit_logs validate constraint auth_audit_logs_subject_type;

--changeset maru:auth-audit-logs-acts-indexes
create index auth_audit_logs_subject on auth_audit_logs (subject_id, created_at desc, log_id desc) where subject_id is not null;
create index auth_audit_logs_event_recent on auth_audit_logs (event, created_at desc, log_id desc);
create index auth_audit_logs_acts on auth_audit_logs (created_at desc, log_id desc) where act;
create index auth_audit_logs_signs on auth_audit_logs (created_at desc, log_id desc) where not act;
create index auth_audit_logs_signs_of on auth_audit_logs (profile_id, created_at desc, log_id desc) where not act;

-- acts are told apart by columns, not by conditions: an arm with a condition of its own is not read in the order of an index
--changeset maru:admin-recent-events-acts
create or replace view admin_recent_events as
select created_at as occurred_at, case when act then 'act' else 'sign_in' end as kind, event as title, profile_id as actor_profile_id, log_id as subject_id,
  jsonb_build_object('event', event) as detail, event = 'login_failure' as failed, act, 'auth_audit_logs'::text as source
from auth_audit_logs
union all
select status_changed_at, 'payment'::text, invoice_number, profile_id, invoice_id,
  jsonb_build_object('event', status, 'amount', amount, 'currency', currency_code, 'summary', summary), status = 'failed', false, 'profile_invoices'::text
from profile_invoices
union all
select created_at, 'project'::text, title, owner_profile_id, project_id, jsonb_build_object('event', 'created', 'status', status), false, false, 'projects'::text
from projects;

-- each row of the log waits here until it is sealed, so that one whose transaction ends late is not passed over; the
-- trigger comes before what there is already, in one transaction: it keeps others from writing until that is filled in
--changeset maru:auth-audit-unsealed splitStatements:false
create table auth_audit_unsealed (
  id bigint generated always as identity primary key,
  log_id uuid not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create function auth_audit_wait() returns trigger language plpgsql as $$
begin
  insert into auth_audit_unsealed (log_id) select log_id from added order by id;
  return null;
end $$;
create trigger auth_audit_logs_wait after insert on auth_audit_logs
  referencing new table as added for each statement execute function auth_audit_wait();
insert into auth_audit_unsealed (log_id) select log_id from auth_audit_logs order by id;

-- each hash is of the one before it and of the row: who changes, removes or puts in a row breaks the chain there
--changeset maru:auth-audit-chain
create table auth_audit_chain (
  id bigint primary key check (id > 0),
  log_id uuid not null unique,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
comment on column auth_audit_chain.id is 'the place in the chain, without gaps, in the order in which rows were sealed';
create table auth_audit_checkpoints (
  id bigint generated always as identity primary key,
  checkpoint_id uuid not null unique default gen_random_uuid(),
  place bigint not null unique check (place > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  before date not null,
  removed bigint not null check (removed >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
comment on table auth_audit_checkpoints is 'where the chain begins now: what came before was removed when its time was over';

--changeset maru:auth-audit-append-only splitStatements:false
create function auth_audit_refuse() returns trigger language plpgsql as $$
declare
  calls text;
begin
  get diagnostics calls = pg_context;
  if tg_op = 'DELETE' and tg_table_name <> 'auth_audit_checkpoints' and calls like '%auth_audit_forget(date)%' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
drop trigger auth_audit_logs_append_only on auth_audit_logs;
create trigger auth_audit_logs_append_only before update or delete or truncate on auth_audit_logs
  for each statement execute function auth_audit_refuse();
create trigger auth_audit_chain_append_only before update or delete or truncate on auth_audit_chain
  for each statement execute function auth_audit_refuse();
create trigger auth_audit_checkpoints_append_only before update or delete or truncate on auth_audit_checkpoints
  for each statement execute function auth_audit_refuse();

-- removes the beginning of the chain, as far as all of it is older than that month, and says so in the log
--changeset maru:auth-audit-forget splitStatements:false
create function auth_audit_forget(month date) returns bigint language plpgsql as $$
declare
  kept timestamptz := month::timestamp at time zone 'UTC';
  last bigint;
  sealed text;
  removed bigint;
begin
  if month <> date_trunc('month', month)::date or month > date_trunc('month', now() at time zone 'UTC')::date then
    raise exception 'only whole months that are over are removed, not what was before %', month using errcode = 'invalid_parameter_value';
  end if;
  perform pg_advisory_xact_lock(hashtext('audit-chain'));
  select coalesce((select chain.id - 1 from auth_audit_chain chain join auth_audit_logs log using (log_id) where log.created_at >= kept order by chain.id limit 1),
    (select max(id) from auth_audit_chain)) into last;
  select hash into sealed from auth_audit_chain where id = last;
  if sealed is null then
    return 0;
  end if;
  delete from auth_audit_personal using auth_audit_chain chain where chain.id <= last and chain.log_id = auth_audit_personal.log_id;
  delete from auth_audit_logs using auth_audit_chain chain where chain.id <= last and chain.log_id = auth_audit_logs.log_id;
  get diagnostics removed = row_count;
  delete from auth_audit_chain where id <= last;
  insert into auth_audit_checkpoints (place, hash, before, removed) values (last, sealed, month, removed);
  insert into auth_audit_logs (event, act, metadata) values ('audit_forgotten', true,
    jsonb_build_object('place', last, 'hash', sealed, 'before', month, 'removed', removed));
  return removed;
end $$;
revoke execute on function auth_audit_forget(date) from public;
