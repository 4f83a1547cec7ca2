--liquibase formatted sql

--changeset maru:content-checks
create table content_checks (
  id bigint generated always as identity primary key,
  entry_id uuid not null unique references content_entries (entry_id) on delete cascade,
  links text[] not null default '{}',
  wished bigint not null default 0 check (wished >= 0),
  answered bigint not null default 0,
  revision int,
  findings jsonb not null default '[]',
  errors int not null default 0 check (errors >= 0),
  warnings int not null default 0 check (warnings >= 0),
  checked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint content_checks_answered check (answered between 0 and wished)
);
comment on table content_checks is 'what the checks found in each entry''s newest revision, one row for each entry';
comment on column content_checks.links is 'the addresses of other entries that the entry mentions: whom to check again when one of them changes';
comment on column content_checks.wished is 'how often a check was asked for; raised in the transaction that gives rise to it';
comment on column content_checks.answered is 'up to which wish the findings answer; below wished: still to be done';
create index content_checks_links on content_checks using gin (links);
create index content_checks_unanswered on content_checks (id) where answered < wished;
create index content_checks_found on content_checks (entry_id) where errors + warnings > 0;
insert into content_checks (entry_id, wished) select entry_id, 1 from content_entries;
