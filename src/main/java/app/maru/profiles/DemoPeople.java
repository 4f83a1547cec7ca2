package app.maru.profiles;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers of a small company that makes videos, with what they pay and made: for a first look at Maru. */
@Component
@ConditionalOnBooleanProperty("maru.demo")
class DemoPeople implements SmartInitializingSingleton {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** Name, address, company, job title, status, months since they joined, plan with its price a month. */
    private record Customer(String name, String email, String company, String role, String status, int months, String plan, int price) {}

    private static final List<Customer> CUSTOMERS = List.of(
        new Customer("이서준", "seojun@haru-coffee.example", "하루커피", "대표", "active", 22, "팀", 49_000),
        new Customer("최지안", "jian@bom-bakery.example", "봄베이커리", "마케팅 담당", "active", 19, "크리에이터", 19_900),
        new Customer("한도윤", "doyun@sol-fitness.example", "솔 피트니스", "센터장", "active", 17, "팀", 49_000),
        new Customer("윤하은", "haeun@mulgyeol.example", "물결 스튜디오", "PD", "active", 16, "크리에이터", 19_900),
        new Customer("장시우", "siwoo@duri-pet.example", "두리펫", "콘텐츠 매니저", "suspended", 15, "크리에이터", 19_900),
        new Customer("임채원", "chaewon@nuri-edu.example", "누리에듀", "교육팀장", "active", 14, "팀", 49_000),
        new Customer("오지호", "jiho@byeol-travel.example", "별여행사", "홍보 담당", "active", 13, "크리에이터", 19_900),
        new Customer("서유나", "yuna@onda-music.example", "온다뮤직", "레이블 매니저", "active", 11, "크리에이터", 19_900),
        new Customer("신예준", "yejun@gaon-law.example", "가온법률사무소", "사무장", "deactivated", 11, "무료", 0),
        new Customer("권수아", "sua@dalbit-cosmetic.example", "달빛코스메틱", "브랜드 매니저", "active", 10, "팀", 49_000),
        new Customer("황민재", "minjae@hangil-auto.example", "한길오토", "영업팀", "active", 9, "크리에이터", 19_900),
        new Customer("안소율", "soyul@saebyeok-farm.example", "새벽농장", "대표", "active", 8, "크리에이터", 19_900),
        new Customer("송건우", "gunwoo@moa-games.example", "모아게임즈", "커뮤니티 매니저", "active", 7, "팀", 49_000),
        new Customer("전다인", "dain@areum-clinic.example", "아름의원", "상담실장", "active", 6, "크리에이터", 19_900),
        new Customer("홍지후", "jihoo@badasori.example", "바다소리", "선장", "active", 5, "무료", 0),
        new Customer("유채린", "chaerin@kkum-toys.example", "꿈토이", "디자이너", "active", 5, "크리에이터", 19_900),
        new Customer("고은우", "eunwoo@sanaero.example", "산애로", "점장", "active", 4, "크리에이터", 19_900),
        new Customer("문서윤", "seoyun@haneul-flower.example", "하늘꽃집", "대표", "active", 3, "무료", 0),
        new Customer("양태오", "taeo@jipbap.example", "집밥연구소", "요리사", "active", 2, "크리에이터", 19_900),
        new Customer("배나윤", "nayun@baram-bike.example", "바람자전거", "매니저", "active", 2, "무료", 0),
        new Customer("Emily Carter", "emily@northpier.example", "North Pier Films", "Producer", "active", 1, "크리에이터", 19_900),
        new Customer("남궁현", "hyun@ppuri.example", "뿌리기획", "기획자", "invited", 0, "", 0),
        new Customer("백하람", "haram@iseul-tea.example", "이슬차", "대표", "invited", 0, "", 0));

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoPeople(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (!database.sql("select exists (select from profiles where email = ?)").param(CUSTOMERS.getFirst().email).query(Boolean.class).single()) {
                CUSTOMERS.forEach(this::add);
            }
        });
    }

    private void add(Customer customer) {
        var today = LocalDate.now(clock.withZone(SEOUL));
        var joined = today.minusMonths(customer.months).withDayOfMonth(1 + Math.floorMod(customer.email.hashCode(), 27));
        joined = joined.isAfter(today) ? today : joined;
        database.sql("""
                with person as (
                  insert into profiles (name, email, company, role, status, joined_at, created_at)
                  values (:name, :email, :company, :role, :status, case when :status <> 'invited' then cast(:joined as timestamptz) end, :joined)
                  on conflict (lower(email)) do nothing returning id),
                plan as (
                  insert into profile_billing_plans (profile_id, plan_name, amount, renewal_date, usage_label, usage_highlight_label, benefits_summary)
                  select id, :plan, :price, cast(:renewal as date), '이번 달 영상', :used || '편', '["자막 자동 생성", "워터마크 없음"]'::jsonb from person where :plan <> ''),
                card as (
                  insert into profile_payment_methods (profile_id, provider, brand, last4, holder_name, expires_month, expires_year, billing_email, is_default)
                  select id, 'toss', case when :used % 2 = 0 then '신한카드' else 'Visa' end, lpad((:used * 379 % 10000)::text, 4, '0'), :name, 1 + :used % 12,
                         extract(year from current_date)::int + 1 + :used % 4, :email, true from person where :price > 0),
                bill as (
                  insert into profile_invoices (profile_id, invoice_number, issued_date, status, amount, summary, status_changed_at)
                  select person.id, to_char(issued, 'YYYYMM') || '-' || lpad(:used::text, 4, '0'), issued::date,
                         case when :status = 'suspended' and issued::date > cast(:last as date) - 31 then 'failed' when issued::date > current_date - 3 then 'pending' else 'paid' end,
                         :price, :plan || ' 요금제', least(cast(:now as timestamptz), (issued::date + interval '9 hours' + :used * interval '7 minutes') at time zone 'Asia/Seoul')
                  from person, generate_series(cast(:first as date), cast(:last as date), interval '1 month') as issued where :price > 0)
                insert into projects (owner_profile_id, title, status, visibility, views, likes, created_at)
                select person.id, :company || ' ' || made.title, made.status, 'team', made.views * (1 + :used), made.views * (1 + :used) / 20, cast(:joined as timestamptz) + made.place * interval '9 days'
                from person, (values (0, '소개 영상', 'completed', 830), (1, '계절 이벤트', 'active', 310), (2, '고객 인터뷰', 'draft', 0)) as made (place, title, status, views)
                where :months > made.place * 2""")
            .param("name", customer.name).param("email", customer.email).param("company", customer.company).param("role", customer.role)
            .param("status", customer.status).param("joined", joined.atStartOfDay(SEOUL).toInstant().atOffset(ZoneOffset.UTC))
            .param("plan", customer.plan).param("price", customer.price).param("used", Math.floorMod(customer.email.hashCode(), 37)).param("months", customer.months)
            .param("renewal", today.plusMonths(1).withDayOfMonth(joined.getDayOfMonth())).param("first", joined).param("last", today)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
