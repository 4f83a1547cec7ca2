--liquibase formatted sql

--changeset maru:content-reviews
create table content_reviews (
  id bigint generated always as identity primary key,
  review_id uuid not null unique default gen_random_uuid(),
  entry_id uuid not null references content_entries (entry_id) on delete cascade,
  revision int not null,
  asked_by uuid references profiles (id) on delete set null,
  note text not null default '' check (length(note) <= 4000),
  asked_at timestamptz not null,
  answer text constraint content_reviews_answer check (answer in ('approved', 'sent-back', 'withdrawn')),
  answered_by uuid references profiles (id) on delete set null,
  answer_note text not null default '' check (length(answer_note) <= 4000),
  answered_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  foreign key (entry_id, revision) references content_revisions (entry_id, number),
  constraint content_reviews_answered check ((answer is null) = (answered_at is null))
);
create unique index content_reviews_waiting on content_reviews (entry_id) where answer is null;
create index content_reviews_order on content_reviews (id) where answer is null;
create index content_reviews_entry on content_reviews (entry_id, id desc);
create index content_reviews_asked_by on content_reviews (asked_by);
create index content_reviews_answered_by on content_reviews (answered_by);
