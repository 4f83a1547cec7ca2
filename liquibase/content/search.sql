--liquibase formatted sql

--changeset maru:content-entries-initials
-- the first letters of a title's Hangul syllables, with everything else as it is
create index content_entries_initials on content_entries
  using gin ((regexp_replace(lower(normalize(title, NFD)), '[\u1161-\u11ff]', '', 'g')) gin_trgm_ops);

--changeset maru:content-entries-beginning
create index content_entries_beginning on content_entries (lower(normalize(title, NFD)) text_pattern_ops);

--changeset maru:btree-gin
create extension if not exists btree_gin;

--changeset maru:content-entries-found
-- with the type in it, a word that all types have much of is found among those of one; several words are found by
-- content_entries_search, for PostgreSQL does not put together two finds that both have the type in them
create index content_entries_found on content_entries using gin (type, search gin_trgm_ops);
