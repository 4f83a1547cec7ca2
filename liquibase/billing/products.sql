--liquibase formatted sql

--changeset maru:billing-products
create table billing_products (
  id bigint generated always as identity primary key,
  product_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  name text not null default '' check (length(name) <= 120),
  headline text not null default '' check (length(headline) <= 200),
  description text not null default '' check (length(description) <= 4000),
  visibility text not null default 'public' constraint billing_products_visibility check (visibility in ('public', 'private', 'legacy')),
  is_active boolean not null default true,
  display_order int not null default 0 check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index billing_products_order on billing_products (display_order, id);

--changeset maru:billing-plan-features
create table billing_plan_features (
  id bigint generated always as identity primary key,
  feature_id uuid not null unique default gen_random_uuid(),
  product bigint not null references billing_products (id) on delete cascade,
  label text not null default '' check (length(label) <= 120),
  icon text check (length(icon) <= 64),
  description text check (length(description) <= 4000),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (product, display_order)
);

--changeset maru:billing-plan-steps
create table billing_plan_steps (
  id bigint generated always as identity primary key,
  step_id uuid not null unique default gen_random_uuid(),
  product bigint not null references billing_products (id) on delete cascade,
  title text not null default '' check (length(title) <= 200),
  description text not null default '' check (length(description) <= 4000),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (product, display_order)
);

--changeset maru:billing-plan-faqs
create table billing_plan_faqs (
  id bigint generated always as identity primary key,
  faq_id uuid not null unique default gen_random_uuid(),
  product bigint not null references billing_products (id) on delete cascade,
  question text not null default '' check (length(question) <= 200),
  answer text not null default '' check (length(answer) <= 4000),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (product, display_order)
);

--changeset maru:billing-checkout-links
create table billing_checkout_links (
  id bigint generated always as identity primary key,
  link_id uuid not null unique default gen_random_uuid(),
  product bigint not null references billing_products (id) on delete cascade,
  provider text not null default 'stripe' constraint billing_checkout_links_provider check (provider in ('stripe', 'toss', 'paypal', 'manual')),
  interval text constraint billing_checkout_links_interval check (interval in ('monthly', 'yearly', 'lifetime')),
  cta_label text not null default '' check (length(cta_label) <= 120),
  checkout_url text check (length(checkout_url) <= 2000 and checkout_url ~* '^(https?://|/|#|mailto:)'),
  success_url text check (length(success_url) <= 2000 and success_url ~* '^(https?://|/|#|mailto:)'),
  cancel_url text check (length(cancel_url) <= 2000 and cancel_url ~* '^(https?://|/|#|mailto:)'),
  trial_days int check (trial_days between 0 and 365),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (product, display_order),
  constraint billing_checkout_links_provider_interval unique nulls not distinct (product, provider, interval)
);
