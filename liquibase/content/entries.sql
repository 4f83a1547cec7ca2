--liquibase formatted sql

--changeset maru:pg-trgm
create extension if not exists pg_trgm;

--changeset maru:content-entries
create table content_entries (
  id bigint generated always as identity primary key,
  entry_id uuid not null unique default gen_random_uuid(),
  type text not null check (length(type) <= 96),
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  title text not null default '' check (length(title) <= 200),
  keywords text not null default '' check (length(keywords) <= 100000),
  search text not null generated always as (lower(normalize(title || ' ' || coalesce(slug, '') || ' ' || keywords, NFD))) stored,
  facets jsonb not null default '{}',
  display_order int not null default 0 check (display_order >= 0),
  head int not null,
  live int,
  revisions int not null,
  archived_at timestamptz,
  state text not null generated always as (case
    when archived_at is not null then 'archived'
    when live is null then 'draft'
    when live = head then 'published'
    else 'changed' end) stored,
  changed_by uuid references profiles (id) on delete set null,
  changed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  constraint content_entries_slug unique (type, slug),
  constraint content_entries_archived_is_not_live check (archived_at is null or live is null)
);
comment on column content_entries.head is 'the revision that the working copy equals';
comment on column content_entries.live is 'the revision that visitors see; null when none';
comment on column content_entries.revisions is 'how many revisions there are: the newest number';
create index content_entries_order on content_entries (type, display_order, id);
create index content_entries_changed on content_entries (type, changed_at, id);
create index content_entries_title on content_entries (type, title, id);
create index content_entries_state on content_entries (type, state, display_order, id);
create index content_entries_changed_by on content_entries (changed_by);
create index content_entries_search on content_entries using gin (search gin_trgm_ops);
create index content_entries_facets on content_entries using gin (facets jsonb_path_ops);

--changeset maru:content-revisions
create table content_revisions (
  id bigint generated always as identity primary key,
  revision_id uuid not null unique default gen_random_uuid(),
  entry_id uuid not null references content_entries (entry_id) on delete cascade,
  number int not null check (number > 0),
  body jsonb not null,
  author uuid references profiles (id) on delete set null,
  name text not null default '' check (length(name) <= 120),
  restored_from int,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (entry_id, number)
);
create index content_revisions_author on content_revisions (author);
alter table content_entries
  add constraint content_entries_head foreign key (entry_id, head) references content_revisions (entry_id, number) deferrable initially deferred,
  add constraint content_entries_live foreign key (entry_id, live) references content_revisions (entry_id, number) deferrable initially deferred;

--changeset maru:content-revisions-append-only splitStatements:false
create function refuse_revision_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.author is null
     and to_jsonb(new) - 'author' = to_jsonb(old) - 'author' then
    return new; -- a person was erased: the work stays
  end if;
  raise exception 'content_revisions is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger content_revisions_append_only before update on content_revisions
  for each row execute function refuse_revision_change();
