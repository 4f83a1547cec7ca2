--liquibase formatted sql

--changeset maru:settings-sections
create table settings_sections (
  id bigint generated always as identity primary key,
  section_id uuid not null unique default gen_random_uuid(),
  version int not null default 0,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 96),
  title text not null default '' check (length(title) <= 200),
  description text not null default '' check (length(description) <= 4000),
  icon text not null default '' check (length(icon) <= 64),
  section_type text not null default 'profile' constraint settings_sections_section_type check (section_type in ('profile', 'billing', 'notification', 'security', 'integration')),
  display_order int not null default 0 check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index settings_sections_order on settings_sections (display_order, id);

--changeset maru:settings-tiles
create table settings_tiles (
  id bigint generated always as identity primary key,
  tile_id uuid not null unique default gen_random_uuid(),
  section bigint not null references settings_sections (id) on delete cascade,
  title text not null default '' check (length(title) <= 200),
  description text not null default '' check (length(description) <= 4000),
  cta_label text not null default '' check (length(cta_label) <= 120),
  cta_href text not null default '' check (length(cta_href) <= 2000 and (cta_href = '' or cta_href ~* '^(https?://|/|#|mailto:)')),
  tags jsonb not null default '[]' constraint settings_tiles_tags check (jsonb_typeof(tags) = 'array' and jsonb_array_length(tags) <= 20
    and not jsonb_path_exists(tags, '$[*] ? (!(@ like_regex "^.{1,40}$"))', silent => true)),
  display_order int not null check (display_order >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  unique (section, display_order)
);
