--liquibase formatted sql

--changeset maru:resource-collections
create table resource_collections (
  id bigint generated always as identity primary key,
  collection_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  title text not null default '' check (length(title) <= 200),
  description text not null default '' check (length(description) <= 4000),
  badge_label text not null default '' check (length(badge_label) <= 120),
  badge_icon text not null default '' check (length(badge_icon) <= 64),
  hero_placeholder_url text not null default '' check (length(hero_placeholder_url) <= 2000 and (hero_placeholder_url = '' or hero_placeholder_url ~* '^(https?://|/|#|mailto:)')),
  collection_type text not null default 'free' constraint resource_collections_collection_type check (collection_type in ('free', 'newsletter', 'case_study', 'guide')),
  cta_primary_label text not null default '' check (length(cta_primary_label) <= 120),
  cta_primary_href text not null default '' check (length(cta_primary_href) <= 2000 and (cta_primary_href = '' or cta_primary_href ~* '^(https?://|/|#|mailto:)')),
  cta_secondary_label text not null default '' check (length(cta_secondary_label) <= 120),
  cta_secondary_href text not null default '' check (length(cta_secondary_href) <= 2000 and (cta_secondary_href = '' or cta_secondary_href ~* '^(https?://|/|#|mailto:)')),
  is_active boolean not null default true,
  display_order int not null default 0 check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index resource_collections_order on resource_collections (display_order, id);

--changeset maru:resource-collection-items
create table resource_collection_items (
  id bigint generated always as identity primary key,
  item_id uuid not null unique default gen_random_uuid(),
  collection bigint not null references resource_collections (id) on delete cascade,
  item_type text not null default 'step' constraint resource_collection_items_item_type check (item_type in ('starter_kit', 'step', 'faq', 'callout')),
  title text not null default '' check (length(title) <= 200),
  description text not null default '' check (length(description) <= 4000),
  icon text not null default '' check (length(icon) <= 64),
  cta_label text not null default '' check (length(cta_label) <= 120),
  cta_href text not null default '' check (length(cta_href) <= 2000 and (cta_href = '' or cta_href ~* '^(https?://|/|#|mailto:)')),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (collection, display_order)
);

--changeset maru:resource-faqs
create table resource_faqs (
  id bigint generated always as identity primary key,
  faq_id uuid not null unique default gen_random_uuid(),
  collection bigint not null references resource_collections (id) on delete cascade,
  question text not null default '' check (length(question) <= 200),
  answer text not null default '' check (length(answer) <= 4000),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (collection, display_order)
);

--changeset maru:resource-downloads
create table resource_downloads (
  id bigint generated always as identity primary key,
  download_id uuid not null unique default gen_random_uuid(),
  collection bigint not null references resource_collections (id) on delete cascade,
  download_url text not null default '' check (length(download_url) <= 2000 and (download_url = '' or download_url ~* '^(https?://|/|#|mailto:)')),
  format text not null default '' check (length(format) <= 40),
  size_label text not null default '' check (length(size_label) <= 40),
  requires_email boolean not null default true,
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (collection, display_order)
);
