--liquibase formatted sql

--changeset maru:usecase-categories
create table usecase_categories (
  id bigint generated always as identity primary key,
  category_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  name text not null default '' check (length(name) <= 120),
  description text not null default '' check (length(description) <= 4000),
  display_order int not null default 0 check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index usecase_categories_order on usecase_categories (display_order, id);

--changeset maru:usecase-case-studies
create table usecase_case_studies (
  id bigint generated always as identity primary key,
  case_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  category_id uuid references usecase_categories (category_id),
  title text not null default '' check (length(title) <= 200),
  subtitle text not null default '' check (length(subtitle) <= 200),
  summary text not null default '' check (length(summary) <= 4000),
  hero_media_url text not null default '' check (length(hero_media_url) <= 2000 and (hero_media_url = '' or hero_media_url ~* '^(https?://|/|#|mailto:)')),
  cta_label text not null default '' check (length(cta_label) <= 120),
  cta_href text not null default '' check (length(cta_href) <= 2000 and (cta_href = '' or cta_href ~* '^(https?://|/|#|mailto:)')),
  display_order int not null default 0 check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index usecase_case_studies_order on usecase_case_studies (category_id, display_order, id);

--changeset maru:usecase-metrics
create table usecase_metrics (
  id bigint generated always as identity primary key,
  metric_id uuid not null unique default gen_random_uuid(),
  "case" bigint not null references usecase_case_studies (id) on delete cascade,
  label text not null default '' check (length(label) <= 120),
  value text not null default '' check (length(value) <= 40),
  unit text not null default '' check (length(unit) <= 40),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique ("case", display_order)
);

--changeset maru:usecase-testimonials
create table usecase_testimonials (
  id bigint generated always as identity primary key,
  testimonial_id uuid not null unique default gen_random_uuid(),
  "case" bigint not null references usecase_case_studies (id) on delete cascade,
  quote text not null default '' check (length(quote) <= 4000),
  author text not null default '' check (length(author) <= 120),
  role text not null default '' check (length(role) <= 120),
  avatar_url text not null default '' check (length(avatar_url) <= 2000 and (avatar_url = '' or avatar_url ~* '^(https?://|/|#|mailto:)')),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique ("case", display_order)
);
