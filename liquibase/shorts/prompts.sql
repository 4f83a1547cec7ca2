--liquibase formatted sql

--changeset maru:shorts-prompts
create table shorts_prompts (
  id bigint generated always as identity primary key,
  prompt_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  profile_id uuid references profiles (id) on delete set null,
  title text not null default '' check (length(title) <= 200),
  description text not null default '' check (length(description) <= 4000),
  cta_label text not null default '' check (length(cta_label) <= 120),
  cta_href text not null default '' check (length(cta_href) <= 2000 and (cta_href = '' or cta_href ~* '^(https?://|/|#|mailto:)')),
  category text not null default 'custom' constraint shorts_prompts_category check (category in ('onboarding', 'campaign', 'education', 'custom')),
  display_order int not null default 0 check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index shorts_prompts_order on shorts_prompts (display_order, id);
create index shorts_prompts_profile on shorts_prompts (profile_id);

--changeset maru:shorts-faqs
create table shorts_faqs (
  id bigint generated always as identity primary key,
  faq_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  question text not null default '' check (length(question) <= 200),
  answer text not null default '' check (length(answer) <= 4000),
  display_order int not null default 0 check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index shorts_faqs_order on shorts_faqs (display_order, id);
