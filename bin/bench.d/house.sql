-- What a company has after some years, the same for the same seed: {people} people with plans and cards, ten invoices and
-- ten sign-ins of each, a project and a task for each; every hundredth task is about somebody. {seed} is put in.
create function pg_temp.chance(what text, i bigint) returns int language sql immutable as
  $$ select (('x' || substr(md5('{seed} ' || what || i), 1, 7))::bit(28)::int) $$;
create function pg_temp.one_of(what text, i bigint, words text) returns text language sql immutable as
  $$ select (string_to_array(words, ' '))[1 + pg_temp.chance(what, i) % cardinality(string_to_array(words, ' '))] $$;

create temp table person as
  select i, gen_random_uuid() as id,
         pg_temp.one_of('family', i, '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권') || pg_temp.one_of('given', i, '민준 서연 지훈 하은 도윤 수아 예준 지우 시우 채원 현우 유진') as name,
         case when pg_temp.chance('rare', i) % 5000 = 0 then '다람쥐' else pg_temp.one_of('company', i, '한빛 새벽 바다 누리 가람 온새미 미르 단비 라온 다온') end
           || ' ' || pg_temp.one_of('kind', i, '스튜디오 미디어 연구소 상사 학원') as company,
         timestamptz '2022-01-01 00:00:00Z' + i * interval '20 minutes' as joined
  from generate_series(1, {people}) i;
create unique index on person (i);
analyze person;

insert into profiles (id, status, name, role, company, email, timezone, joined_at, created_at, updated_at)
  select id, (array['active', 'active', 'active', 'active', 'active', 'active', 'active', 'invited', 'suspended', 'deactivated'])[1 + pg_temp.chance('status', i) % 10],
         name, '크리에이터', company, 'person-' || i || '@maru.example', 'Asia/Seoul', joined, joined, joined
  from person order by i;
insert into profile_billing_plans (profile_id, plan_name, price_label, currency_code, amount, interval, renewal_date)
  select id, '플랜 ' || i % 4, '', case when i % 5 = 0 then 'USD' else 'KRW' end, 1000 * (1 + i % 40), case when i % 6 = 0 then 'yearly' else 'monthly' end, date '2027-01-01' + (i % 300)::int
  from person where i % 4 > 0 order by i;
insert into profile_payment_methods (profile_id, provider, brand, last4, holder_name, expires_month, expires_year, is_default)
  select id, 'stripe', 'Visa', lpad((i % 10000)::text, 4, '0'), name, 1 + i % 12, 2027 + i % 5, true from person where i % 4 > 0 order by i;
insert into profile_invoices (profile_id, invoice_number, issued_date, status, currency_code, amount, status_changed_at, created_at, updated_at)
  select id, 'INV-' || i || '-' || month, date '2026-11-01' - month * 30 + (i % 28)::int,
         (array['paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'pending', 'failed', 'refunded'])[1 + pg_temp.chance('invoice', i * 10 + month) % 10],
         'KRW', 1000 * (1 + i % 40), at, at, at
  from generate_series(9, 0, -1) month, person, lateral (select timestamptz '2026-11-01 00:00:00Z' - month * interval '30 days' + (i % 40000) * interval '1 minute' as at) stamp
  order by month desc, i;
insert into auth_audit_logs (profile_id, event, created_at, updated_at)
  select id, case when pg_temp.chance('event', i * 10 + day) % 20 = 0 then 'login_failure' else 'login_success' end, at, at
  from generate_series(9, 0, -1) day, person, lateral (select timestamptz '2026-11-01 00:00:00Z' - day * interval '1 day' + (i % 86400) * interval '1 second' as at) stamp
  order by day desc, i;
insert into projects (owner_profile_id, slug, title, status, visibility, likes, ctr, budget, views, created_at, updated_at)
  select id, 'project-' || i, name || ' 프로젝트 ' || i, (array['draft', 'generating', 'active', 'completed', 'archived'])[1 + pg_temp.chance('project', i) % 5], 'private',
         i % 900, i % 20, 100000, i % 90000, joined + interval '3 days', joined + interval '3 days'
  from person order by i;

create temp table colleague as select profile_id as id, row_number() over (order by id) - 1 as place, count(*) over () as of from staff;
insert into admin_tasks (assignee_profile_id, created_by, title, description, status, priority, due_at, subject_type, subject_id, status_changed_at, created_at, updated_at)
  select case when i % 5 > 0 then colleague.id end, colleague.id,
         pg_temp.one_of('thing', i, '요금 문구 배너 그림 링크 공지 사례 영상 자막 대본') || ' ' || case when pg_temp.chance('rare task', i) % 1000 = 0 then '다람쥐' else '점검' end || ' ' || i,
         '무엇을 왜 **해야 하는지** 두세 문장으로 적어 두었어요.',
         (array['open', 'in_progress', 'done', 'done', 'done', 'done', 'done', 'done', 'done', 'cancelled'])[1 + pg_temp.chance('task', i) % 10],
         (array['low', 'medium', 'medium', 'high', 'urgent'])[1 + pg_temp.chance('priority', i) % 5],
         case when i % 3 > 0 then timestamptz '2027-01-01 00:00:00Z' - (i % 90000) * interval '5 minutes' end,
         case when i % 100 = 0 then 'profiles' end, case when i % 100 = 0 then person.id end, joined, joined, joined
  from person join colleague on place = i % of order by i;
insert into admin_task_comments (task_id, author_profile_id, body, created_at, updated_at)
  select task_id, created_by, '확인했어요. 내일 **오전**에 이어서 볼게요.', created_at, created_at from admin_tasks, generate_series(1, 2) where reason is null;

-- every metric with a value each minute of a week and each hour of a year; a hundred own ones with one every six seconds,
-- as machines post them: ten million in all
insert into admin_metric_definitions (metric_key, label, category, unit, target_value)
  select 'bench.' || i, '측정 ' || i, '측정', 'ms', 50 from generate_series(1, 100) i;
insert into admin_metric_hours (metric_key, hour, samples, total, least, most)
  select metric_key, hour, 60, 60 * value, value - 5, value + 5
  from admin_metric_definitions, generate_series(date_trunc('hour', now()) - interval '365 days', date_trunc('hour', now()) - interval '1 hour', interval '1 hour') hour,
    lateral (select 50 + 20 * sin(extract(epoch from hour) / 13750)::numeric(24, 6) as value) course
  where kind = 'number' order by metric_key, hour on conflict do nothing;
insert into admin_system_metrics (metric_key, numeric_value, recorded_at)
  select metric_key, 50 + 20 * sin(extract(epoch from at) / 13750), at
  from admin_metric_definitions, lateral (
    select date_trunc('minute', now()) - step * case source when 'own' then interval '6 seconds' else interval '1 minute' end as at
    from generate_series(case source when 'own' then {samples} / 100 else 10080 end, 1, -1) step) moments
  where kind = 'number' order by metric_key, at on conflict do nothing;
