--liquibase formatted sql

--changeset maru:publications-fixed-quickly splitStatements:false
-- as before; but written out as JSON, old and new, each row with its body took a tenth of a millisecond
create or replace function refuse_publication_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.until_edition is null and new.until_edition is not null then
    old.until_edition := new.until_edition;
    old.updated_at := new.updated_at;
    if new is not distinct from old then
      return new;
    end if;
  end if;
  raise exception 'a publication is only ever closed' using errcode = 'insufficient_privilege';
end $$;
