--liquibase formatted sql

--changeset maru:content-entries-in-review
alter table content_entries add column in_review boolean not null default false;
comment on column content_entries.in_review is 'whether somebody waits for an answer about it, kept here so that lists are narrowed to it in their order';
create index content_entries_in_review on content_entries (type, display_order, id) where in_review;
update content_entries set in_review = true where entry_id in (select entry_id from content_reviews where answer is null);

-- here rather than in the application: it holds whatever writes a review, also a node of an older version beside this one
--changeset maru:content-entries-in-review-kept splitStatements:false
create function keep_in_review() returns trigger language plpgsql as $$
begin
  update content_entries entry set in_review = not in_review
  where entry_id in (select entry_id from touched)
    and in_review <> exists (select from content_reviews waiting where waiting.entry_id = entry.entry_id and waiting.answer is null);
  return null;
end $$;
create trigger content_reviews_inserted after insert on content_reviews
  referencing new table as touched for each statement execute function keep_in_review();
create trigger content_reviews_updated after update on content_reviews
  referencing new table as touched for each statement execute function keep_in_review();
create trigger content_reviews_deleted after delete on content_reviews
  referencing old table as touched for each statement execute function keep_in_review();
