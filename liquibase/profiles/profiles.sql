--liquibase formatted sql

--changeset maru:profiles-search
alter table profiles add column search text not null
  generated always as (lower(normalize(name || ' ' || email || ' ' || company || ' ' || role, NFD))) stored;
create index profiles_search on profiles using gin (search gin_trgm_ops);

--changeset maru:profiles-newest
create index profiles_newest on profiles (coalesce(joined_at, created_at) desc, id desc) where deleted_at is null;
create index profiles_status_newest on profiles (status, coalesce(joined_at, created_at) desc, id desc) where deleted_at is null;

--changeset maru:profile-billing-plans
create table profile_billing_plans (
  id bigint generated always as identity primary key,
  profile_id uuid not null unique references profiles (id) on delete cascade,
  plan_name text not null default '' check (length(plan_name) <= 120),
  price_label text not null default '' check (length(price_label) <= 120),
  currency_code char(3) not null default 'KRW' check (currency_code ~ '^[A-Z]{3}$'),
  amount numeric(14, 2) not null default 0 check (amount >= 0),
  interval text not null default 'monthly' constraint profile_billing_plans_interval check (interval in ('monthly', 'yearly', 'lifetime')),
  renewal_date date,
  renewal_note text not null default '' check (length(renewal_note) <= 200),
  usage_label text not null default '' check (length(usage_label) <= 120),
  usage_highlight_label text not null default '' check (length(usage_highlight_label) <= 120),
  benefits_summary jsonb not null default '[]' check (jsonb_typeof(benefits_summary) = 'array'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint profile_billing_plans_won check (currency_code <> 'KRW' or amount = trunc(amount))
);

--changeset maru:profile-payment-methods
create table profile_payment_methods (
  id bigint generated always as identity primary key,
  payment_method_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  provider text not null default '' check (length(provider) <= 120),
  brand text not null default '' check (length(brand) <= 120),
  last4 text not null check (last4 ~ '^[0-9]{4}$'),
  holder_name text not null default '' check (length(holder_name) <= 120),
  expires_month int check (expires_month between 1 and 12),
  expires_year int check (expires_year between 2000 and 2100),
  billing_email text not null default '' check (length(billing_email) <= 320),
  auto_topup_mode text not null default 'manual' constraint profile_payment_methods_auto_topup_mode
    check (auto_topup_mode in ('manual', 'auto_low_balance', 'auto_calendar')),
  auto_topup_threshold numeric(14, 2) check (auto_topup_threshold >= 0),
  auto_topup_amount numeric(14, 2) check (auto_topup_amount >= 0),
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
comment on column profile_payment_methods.last4 is 'all that is ever stored of a card''s number';
create unique index profile_payment_methods_default on profile_payment_methods (profile_id) where is_default;
create index profile_payment_methods_profile on profile_payment_methods (profile_id, id);

--changeset maru:profile-invoices
create table profile_invoices (
  id bigint generated always as identity primary key,
  invoice_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  invoice_number text not null check (length(invoice_number) between 1 and 120),
  issued_date date not null,
  status text not null default 'pending' constraint profile_invoices_status check (status in ('pending', 'paid', 'failed', 'refunded', 'void')),
  currency_code char(3) not null default 'KRW' check (currency_code ~ '^[A-Z]{3}$'),
  amount numeric(14, 2) not null default 0,
  amount_label text not null default '' check (length(amount_label) <= 120),
  download_url text not null default '' check (length(download_url) <= 2000),
  summary text not null default '' check (length(summary) <= 4000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (profile_id, invoice_number),
  constraint profile_invoices_won check (currency_code <> 'KRW' or amount = trunc(amount))
);
create index profile_invoices_profile on profile_invoices (profile_id, issued_date desc, id desc);
create index profile_invoices_issued on profile_invoices (issued_date desc, id desc);
