--liquibase formatted sql

--changeset maru:content-schedules
create table content_schedules (
  id bigint generated always as identity primary key,
  schedule_id uuid not null unique default gen_random_uuid(),
  entry_id uuid not null references content_entries (entry_id) on delete cascade,
  action text not null constraint content_schedules_action check (action in ('publish', 'unpublish')),
  revision int,
  at timestamptz not null,
  zone text not null check (length(zone) between 1 and 64),
  scheduled_by uuid references profiles (id) on delete set null,
  done_at timestamptz,
  edition bigint references editions (number) deferrable initially deferred,
  error jsonb,
  cancelled_at timestamptz,
  state text not null generated always as (case
    when cancelled_at is not null then 'cancelled'
    when error is not null then 'failed'
    when done_at is not null then 'done'
    else 'pending' end) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  foreign key (entry_id, revision) references content_revisions (entry_id, number) on delete cascade,
  constraint content_schedules_what check ((action = 'publish') = (revision is not null)),
  constraint content_schedules_tried check (done_at is not null or (error is null and edition is null))
);
comment on column content_schedules.revision is 'the exact revision that goes live; null for taking down, which takes down whatever is live then';
comment on column content_schedules.at is 'the instant; the zone is the one in which it was chosen';
comment on column content_schedules.done_at is 'when it was carried out, or was tried and failed';
comment on column content_schedules.edition is 'the edition that carried it out; null while there is none, or where nothing had to change';
comment on column content_schedules.error is 'the problems that kept it from being carried out';
create unique index content_schedules_pending on content_schedules (entry_id, action) where state = 'pending';
create index content_schedules_due on content_schedules (at, id) where state = 'pending';
create index content_schedules_failed on content_schedules (done_at, id) where state = 'failed';
create index content_schedules_past on content_schedules (done_at, id) where state = 'done';
create index content_schedules_entry on content_schedules (entry_id, at, id);
create index content_schedules_by on content_schedules (scheduled_by);
create index content_schedules_edition on content_schedules (edition);
