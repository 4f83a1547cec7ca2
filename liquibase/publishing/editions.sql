--liquibase formatted sql

--changeset maru:editions
create table editions (
  number bigint primary key check (number > 0),
  action text not null constraint editions_action check (action in
    ('publish', 'unpublish', 'archive', 'move', 'reshape')),
  author uuid references profiles (id) on delete set null,
  note text not null default '' check (length(note) <= 4000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index editions_author on editions (author);

-- one row, locked by whoever commits the next edition: numbers have no gap and follow the order of commits
create table published_site (
  id boolean primary key default true check (id),
  edition bigint not null default 0 check (edition >= 0)
);
insert into published_site default values;

--changeset maru:publications
create table publications (
  id bigint generated always as identity primary key,
  publication_id uuid not null unique default gen_random_uuid(),
  entry_id uuid not null references content_entries (entry_id),
  type text not null,
  revision int not null,
  slug text,
  title text not null default '',
  access text not null constraint publications_access check (access in ('listed', 'unlisted', 'hidden')),
  display_order int not null check (display_order >= 0),
  facets jsonb not null default '{}',
  body text not null,
  hash text not null,
  first_published_at timestamptz not null,
  published_at timestamptz not null,
  from_edition bigint not null references editions (number) deferrable initially deferred,
  until_edition bigint references editions (number) deferrable initially deferred,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  foreign key (entry_id, revision) references content_revisions (entry_id, number),
  constraint publications_span check (until_edition > from_edition)
);
comment on column publications.access is 'listed: in lists; unlisted: by its address only; hidden: kept here, but does not exist for visitors';
comment on column publications.until_edition is 'the edition that ended it: live in from_edition <= n < until_edition; null while live';
create unique index publications_open_entry on publications (entry_id) where until_edition is null;
create unique index publications_open_slug on publications (type, slug) where until_edition is null;
create index publications_entry on publications (entry_id, from_edition desc);
create index publications_slug on publications (type, slug, from_edition desc);
create index publications_open_order on publications (type, access, display_order, entry_id) where until_edition is null;
create index publications_type_from on publications (type, from_edition) where access <> 'hidden';
create index publications_type_until on publications (type, until_edition) where access <> 'hidden';
create index publications_from on publications (from_edition);
create index publications_until on publications (until_edition);

--changeset maru:publications-fixed splitStatements:false
create function refuse_publication_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.until_edition is null and new.until_edition is not null
     and to_jsonb(new) - 'until_edition' - 'updated_at' = to_jsonb(old) - 'until_edition' - 'updated_at' then
    return new;
  end if;
  raise exception 'a publication is only ever closed' using errcode = 'insufficient_privilege';
end $$;
create trigger publications_fixed before update or delete on publications
  for each row execute function refuse_publication_change();

--changeset maru:content-redirects
create view content_redirects as
  select distinct on (past.type, past.slug) past.type, past.slug, live.slug as target, past.entry_id, past.until_edition as edition
  from publications past
  join publications live on live.entry_id = past.entry_id and live.until_edition is null and live.access <> 'hidden'
  where past.until_edition is not null and past.access <> 'hidden' and past.slug <> live.slug
    and not exists (select from publications holder where holder.type = past.type and holder.slug = past.slug and holder.until_edition is null)
  order by past.type, past.slug, past.until_edition desc;
comment on view content_redirects is 'slugs an entry used to have and nobody holds now: follows from the publications, so it is not kept twice';

--changeset maru:content-shapes
create table content_shapes (
  id bigint generated always as identity primary key,
  type text not null unique,
  shape text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
comment on table content_shapes is 'the shape in which each type was last rendered: when the application brings another, live bodies are rendered again';

--changeset maru:publications-facets
create index publications_open_facets on publications using gin (facets jsonb_path_ops) where until_edition is null;
