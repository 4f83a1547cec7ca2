--liquibase formatted sql

--changeset maru:mail-outbox
create table mail_outbox (
  id bigint generated always as identity primary key,
  mail_id uuid not null unique default gen_random_uuid(),
  profile_id uuid references profiles (id) on delete cascade,
  recipient text not null check (length(recipient) <= 320),
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$' and length(kind) <= 64),
  locale text not null check (locale in ('en', 'ko')),
  arguments text[] not null default '{}',
  link text check (length(link) <= 2000),
  code text check (length(code) <= 40),
  good_until timestamptz,
  state text not null default 'waiting' constraint mail_outbox_state check (state in ('waiting', 'sent', 'failed')),
  attempt_count int not null default 0 check (attempt_count >= 0),
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  error text not null default '' check (length(error) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint mail_outbox_keeps_no_secret check (state <> 'sent' or link is null and code is null),
  constraint mail_outbox_secret_ends check (link is null and code is null or good_until is not null)
);
create index mail_outbox_due on mail_outbox (next_attempt_at, id) where state = 'waiting';
create index mail_outbox_failed on mail_outbox (id desc) where state = 'failed';
create index mail_outbox_profile on mail_outbox (profile_id, id desc);
create index mail_outbox_secret on mail_outbox (good_until) where good_until is not null and state <> 'sent';
create index mail_outbox_old on mail_outbox (created_at) where state <> 'waiting';
comment on table mail_outbox is 'mails that are to be sent, written in the transaction of what they tell; links and codes go once the mail has gone or they no longer hold';
