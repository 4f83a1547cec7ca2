--liquibase formatted sql

--changeset maru:admin-tasks
create table admin_tasks (
  id bigint generated always as identity primary key,
  task_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  assignee_profile_id uuid references profiles (id) on delete set null,
  subject_type text check (length(subject_type) between 1 and 96),
  subject_id uuid,
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 4000),
  status text not null default 'open' constraint admin_tasks_status check (status in ('open', 'in_progress', 'done', 'cancelled')),
  priority text not null default 'medium' constraint admin_tasks_priority check (priority in ('low', 'medium', 'high', 'urgent')),
  urgency int not null generated always as (case priority when 'urgent' then 3 when 'high' then 2 when 'medium' then 1 else 0 end) stored,
  due_at timestamptz,
  reason text constraint admin_tasks_reason check (reason in ('failed_schedule', 'broken_link')),
  cause text not null default '' check (length(cause) <= 4000),
  created_by uuid references profiles (id) on delete set null,
  status_changed_at timestamptz not null default now(),
  search text not null generated always as (lower(normalize(title || ' ' || description, NFD))) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint admin_tasks_subject check ((subject_type is null) = (subject_id is null)),
  constraint admin_tasks_reason_of_something check (reason is null or subject_id is not null)
);
comment on column admin_tasks.subject_type is 'the path of a content type, or profiles';
comment on column admin_tasks.reason is 'why the product made the task; null where a person did';
comment on column admin_tasks.cause is 'what the product saw last of the reason: the same again says nothing new';
create unique index admin_tasks_one_for_each_reason on admin_tasks (reason, subject_id) where reason is not null and status in ('open', 'in_progress');
create index admin_tasks_to_do on admin_tasks (due_at, urgency desc, id) where status in ('open', 'in_progress');
create index admin_tasks_status_due on admin_tasks (status, due_at, urgency desc, id);
create index admin_tasks_status_changed on admin_tasks (status, status_changed_at desc, id desc);
create index admin_tasks_assignee on admin_tasks (assignee_profile_id, due_at);
create index admin_tasks_subject on admin_tasks (subject_id);
create index admin_tasks_created_by on admin_tasks (created_by);
create index admin_tasks_search on admin_tasks using gin (search gin_trgm_ops);

--changeset maru:admin-task-comments
create table admin_task_comments (
  id bigint generated always as identity primary key,
  comment_id uuid not null unique default gen_random_uuid(),
  task_id uuid not null references admin_tasks (task_id) on delete cascade,
  author_profile_id uuid references profiles (id) on delete set null,
  event text constraint admin_task_comments_event check (event in ('open', 'in_progress', 'done', 'cancelled', 'again', 'gone')),
  body text not null default '' check (length(body) <= 4000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint admin_task_comments_say_something check (event is not null or body <> '')
);
comment on column admin_task_comments.event is 'what became of the task, by its author; again and gone are what the product saw of its reason';
create index admin_task_comments_task on admin_task_comments (task_id, id);
create index admin_task_comments_author on admin_task_comments (author_profile_id);
