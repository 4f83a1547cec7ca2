-- A large catalogue of plans, the same for the same seed, consistent in every table: entries, revisions, working copies
-- with children, publications in editions of a thousand. {seed} and {count} are put in.
create function pg_temp.chance(what text, i int) returns int language sql immutable as
  $$ select (('x' || substr(md5('{seed} ' || what || i), 1, 7))::bit(28)::int) $$;
create function pg_temp.one_of(what text, i int, words text) returns text language sql immutable as
  $$ select (string_to_array(words, ' '))[1 + pg_temp.chance(what, i) % cardinality(string_to_array(words, ' '))] $$;

create temp table plan as
  select i, gen_random_uuid() as entry, 'plan-' || i as slug,
         pg_temp.one_of('who', i, '혼자 함께 작은 넓은 새로운 오래된 가벼운 든든한 빠른 느긋한 처음 바쁜') || ' '
           || case when pg_temp.chance('rare', i) % 5000 = 0 then '다람쥐' else pg_temp.one_of('whom', i,
              '창작자 팀 회사 학교 가게 기자 강사 모임 방송국 연구실 디자이너 마케터 개발자 작가 Creator Team Studio Agency') end || ' '
           || pg_temp.one_of('kind', i, '요금제 요금제 요금제 요금제 플랜 플랜 플랜 이용권 이용권 구독') || ' ' || i as name,
         pg_temp.one_of('how', i, '매달 매년 언제나 지금 천천히 제때') || ' '
           || pg_temp.one_of('what', i, '영상 자막 음성 썸네일 대본 채널 예약 분석') || '을 만드는 '
           || pg_temp.one_of('whose', i, '모두를 팀을 당신을 회사를 동료를') || ' 위한 제안' as headline,
         (array['public', 'public', 'public', 'public', 'public', 'public', 'public', 'public', 'legacy', 'private'])[1 + pg_temp.chance('visibility', i) % 10] as visibility,
         pg_temp.chance('active', i) % 50 > 0 as active,
         pg_temp.chance('state', i) % 100 as state,
         timestamptz '2026-01-01 00:00:00Z' + i * interval '4 minutes' as changed,
         i % 10 = 0 as with_children
  from generate_series(1, {count}) i;
create unique index on plan (i);
analyze plan;

create temp table child as
  select i, kind, place, gen_random_uuid() as id, '항목 ' || i || '-' || place as title, '이 항목이 무엇을 뜻하는지 한두 문장으로 적어 두었어요.' as text
  from plan, (values ('features', 3), ('steps', 2), ('faqs', 2)) as kinds (kind, most), generate_series(0, most - 1) place
  where with_children;

create function pg_temp.stamp(at timestamptz) returns json language sql stable as
  $$ select json_build_object('createdAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       'updatedAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'metadata', '{}') $$;

create temp table snapshot as
  select i, (json_build_object('name', name, 'slug', slug, 'headline', headline, 'description', '**' || name || '**을 고르면 바로 시작할 수 있어요.',
             'visibility', visibility, 'isActive', active)::jsonb
           || jsonb_build_object('features', coalesce(children.features, '[]'), 'steps', coalesce(children.steps, '[]'),
                                 'faqs', coalesce(children.faqs, '[]'), 'checkoutLinks', '[]'::jsonb)) as body
  from plan
  left join (
    select i,
           jsonb_agg(jsonb_build_object('id', id, 'label', title, 'icon', null, 'description', text, 'stamp', pg_temp.stamp(changed)) order by place) filter (where kind = 'features') as features,
           jsonb_agg(jsonb_build_object('id', id, 'title', title, 'description', text, 'stamp', pg_temp.stamp(changed)) order by place) filter (where kind = 'steps') as steps,
           jsonb_agg(jsonb_build_object('id', id, 'question', title, 'answer', text, 'stamp', pg_temp.stamp(changed)) order by place) filter (where kind = 'faqs') as faqs
    from child join plan using (i) group by i) children using (i);
create unique index on snapshot (i);

-- state: 0..69 published, 70..79 changed, 80..97 draft, 98..99 archived
insert into content_entries (entry_id, type, slug, title, keywords, facets, display_order, head, live, revisions, archived_at, changed_at, created_at, updated_at)
  select entry, 'billing/products', slug, name, headline,
         jsonb_build_object('name', name, 'slug', slug, 'headline', headline, 'visibility', visibility, 'isActive', active),
         i * 1024, case when state between 70 and 79 then 2 else 1 end, case when state < 80 then 1 end,
         case when state between 70 and 79 then 2 else 1 end, case when state > 97 then changed end, changed, changed, changed
  from plan order by i;
insert into content_revisions (entry_id, number, body, created_at, updated_at)
  select entry, number, body, changed, changed from plan join snapshot using (i), generate_series(1, case when state between 70 and 79 then 2 else 1 end) number
  order by i, number;

insert into billing_products (product_id, slug, name, headline, description, visibility, is_active, display_order, created_at, updated_at)
  select entry, slug, name, headline, body ->> 'description', visibility, active, i * 1024, changed, changed from plan join snapshot using (i) order by i;
insert into billing_plan_features (feature_id, product, label, description, display_order)
  select child.id, product.id, title, text, place from child join plan using (i) join billing_products product on product.product_id = entry where kind = 'features';
insert into billing_plan_steps (step_id, product, title, description, display_order)
  select child.id, product.id, title, text, place from child join plan using (i) join billing_products product on product.product_id = entry where kind = 'steps';
insert into billing_plan_faqs (faq_id, product, question, answer, display_order)
  select child.id, product.id, title, text, place from child join plan using (i) join billing_products product on product.product_id = entry where kind = 'faqs';

create temp table live as select *, (row_number() over (order by i) + 999) / 1000 as edition from plan where state < 80;
insert into editions (number, action, created_at, updated_at)
  select edition, 'publish', max(changed), max(changed) from live group by edition order by edition;
insert into publications (entry_id, type, revision, slug, title, access, display_order, facets, body, hash, first_published_at, published_at, from_edition)
  select entry, 'billing/products', 1, live.slug, name, case when visibility = 'private' or not active then 'hidden' when visibility = 'legacy' then 'unlisted' else 'listed' end,
         i * 1024, facets, served, rtrim(translate(encode(sha256(convert_to(served, 'UTF8')), 'base64'), '+/', '-_'), '='), changed, changed, edition
  from live join content_entries entry on entry.entry_id = live.entry join snapshot using (i), lateral (
    select (jsonb_build_object('id', live.entry, 'type', 'billing/products', 'descriptionHtml', '<p>' || (body ->> 'description') || '</p>',
      'publishedAt', changed, 'firstPublishedAt', changed, 'updatedAt', changed) || body)::text as served) rendered
  order by i;
update published_site set edition = (select max(number) from editions);
