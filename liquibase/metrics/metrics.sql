--liquibase formatted sql

--changeset maru:admin-metric-definitions
create table admin_metric_definitions (
  id bigint generated always as identity primary key,
  metric_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  metric_key text not null unique check (metric_key ~ '^[a-z0-9]+([._-][a-z0-9]+)*$' and length(metric_key) <= 96),
  source text not null default 'own' constraint admin_metric_definitions_source check (source in ('built_in', 'own')),
  display_order int not null default 1000000 check (display_order >= 0),
  label text not null check (length(label) between 1 and 120),
  label_ko text not null default '' check (length(label_ko) <= 120),
  category text not null check (length(category) between 1 and 60),
  unit text not null default '' check (length(unit) <= 24),
  kind text not null default 'number' constraint admin_metric_definitions_kind check (kind in ('number', 'text')),
  target_value numeric(24, 6),
  good_direction text constraint admin_metric_definitions_good_direction check (good_direction in ('up', 'down')),
  alert_above numeric(24, 6),
  alert_below numeric(24, 6),
  alert_missing_minutes int check (alert_missing_minutes between 1 and 525600),
  created_by uuid references profiles (id) on delete set null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint admin_metric_definitions_text check (kind = 'number' or (target_value is null and alert_above is null and alert_below is null and good_direction is null)),
  constraint admin_metric_definitions_alert check (alert_below is null or alert_above is null or alert_below < alert_above)
);
comment on column admin_metric_definitions.label_ko is 'the label in Korean; empty where it is the same';
comment on column admin_metric_definitions.good_direction is 'in which direction it gets better; null where neither does';
create index admin_metric_definitions_created_by on admin_metric_definitions (created_by);

-- one sample for each moment: what is posted twice is there once
--changeset maru:admin-system-metrics
create table admin_system_metrics (
  id bigint generated always as identity primary key,
  metric_key text not null check (length(metric_key) between 1 and 96),
  label text not null default '' check (length(label) <= 120),
  category text not null default '' check (length(category) <= 60),
  numeric_value numeric(24, 6),
  text_value text check (length(text_value) <= 400),
  target_value numeric(24, 6),
  trend_direction text constraint admin_system_metrics_trend_direction check (trend_direction in ('up', 'down', 'flat')),
  recorded_at timestamptz not null,
  origin text not null default 'product' constraint admin_system_metrics_origin check (origin in ('product', 'person', 'machine')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint admin_system_metrics_value check (num_nonnulls(numeric_value, text_value) = 1)
);
comment on table admin_system_metrics is 'kept for a week after it came; what numbers were in each hour lies in admin_metric_hours for a year';
comment on column admin_system_metrics.trend_direction is 'compared with the sample before, as it was known when this one came';
create unique index admin_system_metrics_key_recorded on admin_system_metrics (metric_key, recorded_at desc);

-- one row for each metric and hour, kept true with every sample that comes, so that long ranges read few rows
--changeset maru:admin-metric-hours
create table admin_metric_hours (
  id bigint generated always as identity primary key,
  metric_key text not null check (length(metric_key) between 1 and 96),
  hour timestamptz not null,
  samples int not null check (samples >= 0),
  total numeric(34, 6) not null,
  least numeric(24, 6) not null,
  most numeric(24, 6) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint admin_metric_hours_hour check (hour = date_trunc('hour', hour, 'UTC'))
) with (fillfactor = 80);
create unique index admin_metric_hours_key_hour on admin_metric_hours (metric_key, hour);

-- what each node counted in a minute, until the minute is recorded as one
--changeset maru:admin-metric-parts
create table admin_metric_parts (
  id bigint generated always as identity primary key,
  minute timestamptz not null,
  node uuid not null,
  part jsonb not null,
  recorded boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (minute, node)
);

--changeset maru:admin-metric-alerts
create table admin_metric_alerts (
  id bigint generated always as identity primary key,
  metric_id uuid not null references admin_metric_definitions (metric_id) on delete cascade,
  kind text not null constraint admin_metric_alerts_kind check (kind in ('above', 'below', 'missing')),
  value numeric(24, 6),
  bound numeric(24, 6) not null,
  raised_at timestamptz not null default now(),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create unique index admin_metric_alerts_one_of_each on admin_metric_alerts (metric_id, kind) where ended_at is null;
create index admin_metric_alerts_metric on admin_metric_alerts (metric_id, raised_at desc);
