--liquibase formatted sql

--changeset maru:content-entries-initials
-- the first letters of a title's Hangul syllables, with everything else as it is
create index content_entries_initials on content_entries
  using gin ((regexp_replace(lower(normalize(title, NFD)), '[\u1161-\u11ff]', '', 'g')) gin_trgm_ops);

--changeset maru:content-entries-beginning
create index content_entries_beginning on content_entries (lower(normalize(title, NFD)) text_pattern_ops);
