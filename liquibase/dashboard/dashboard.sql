--liquibase formatted sql

--changeset maru:dashboard-widgets
create table dashboard_widgets (
  id bigint generated always as identity primary key,
  widget_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  widget_key text not null check (length(widget_key) between 1 and 96),
  widget_type text not null constraint dashboard_widgets_type check (widget_type in ('metric', 'chart', 'list', 'cta')),
  title text not null default '' check (length(title) <= 120),
  position int not null check (position >= 0),
  size text not null default 'medium' constraint dashboard_widgets_size check (size in ('small', 'medium', 'large')),
  config jsonb not null default '{}',
  is_pinned boolean not null default false,
  removed_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint dashboard_widgets_position unique (profile_id, position) deferrable initially deferred
);
comment on column dashboard_widgets.title is 'empty for the name that the catalogue has for it';
comment on column dashboard_widgets.removed_at is 'for a while it can be had back';

--changeset maru:dashboard-activity-feed
create table dashboard_activity_feed (
  id bigint generated always as identity primary key,
  activity_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  category text not null check (length(category) between 1 and 96),
  title text not null default '' check (length(title) <= 200),
  description text not null default '' check (length(description) <= 4000),
  icon text not null default '' check (length(icon) <= 96),
  href text not null default '' check (length(href) <= 2000 and (href = '' or href ~ '^/([^/\\]|$)')),
  actor_profile_id uuid references profiles (id) on delete set null,
  amount int not null default 1 check (amount > 0),
  cause text check (length(cause) <= 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
comment on column dashboard_activity_feed.amount is 'how many things it tells of; the title is that of the first';
comment on column dashboard_activity_feed.cause is 'what gave rise to it, if that may be seen twice: it is told once';
create index dashboard_activity_feed_profile on dashboard_activity_feed (profile_id, created_at desc, id desc);
create index dashboard_activity_feed_actor on dashboard_activity_feed (actor_profile_id);
create unique index dashboard_activity_feed_cause on dashboard_activity_feed (profile_id, category, cause) where cause is not null;

--changeset maru:dashboard-goals
create table dashboard_goals (
  id bigint generated always as identity primary key,
  goal_id uuid not null unique default gen_random_uuid(),
  profile_id uuid not null references profiles (id) on delete cascade,
  goal_key text not null check (length(goal_key) between 1 and 96),
  name text not null default '' check (length(name) <= 120),
  description text not null default '' check (length(description) <= 4000),
  target_metric text check (length(target_metric) between 1 and 96),
  target_value numeric(20, 4) not null,
  current_value numeric(20, 4) not null default 0,
  period_start date not null,
  period_end date not null,
  status text not null default 'active' constraint dashboard_goals_status check (status in ('active', 'paused', 'completed', 'failed')),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (profile_id, goal_key),
  constraint dashboard_goals_period check (period_end > period_start)
);
comment on column dashboard_goals.target_metric is 'the metric whose last value is the current one; null where that is typed';
create index dashboard_goals_profile on dashboard_goals (profile_id, period_end, id);

--changeset maru:dashboard-indexes
create index content_entries_left on content_entries (changed_by, changed_at desc, id desc) where state in ('draft', 'changed');
create index content_entries_remarked on content_entries (changed_at desc, id desc) where remarks > 0 and archived_at is null;
create index admin_tasks_to_do_by on admin_tasks (assignee_profile_id, due_at, urgency desc, id) where status in ('open', 'in_progress');
create index content_reviews_open_by on content_reviews (asked_by, id desc) where answer is null or answer = 'sent-back';
