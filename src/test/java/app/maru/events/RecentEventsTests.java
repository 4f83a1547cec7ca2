package app.maru.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecentEventsTests {

    private static final int MANY = 20_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.fresh().dataSource());
    private static final RecentEvents EVENTS = new RecentEvents(DATABASE, JSON);
    private static final UUID PERSON = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** A minute between events of each kind, all of them at the same moments; one person in a hundred, one failure in seven. */
    @BeforeAll
    static void manyEvents() {
        DATABASE.sql("insert into profiles (id, name, email) select ('00000000-0000-4000-8000-' || lpad(to_hex(n + 170), 12, '0'))::uuid, '사람', n || '@maru.example' from generate_series(0, 99) n").update();
        var series = " from generate_series(0, " + (MANY - 1) + ") n, lateral (select ('00000000-0000-4000-8000-' || lpad(to_hex(n % 100 + 170), 12, '0'))::uuid as person,"
            + " timestamptz '2026-01-01 00:00Z' + n * interval '10 minutes' as at) who";
        DATABASE.sql("insert into auth_audit_logs (profile_id, event, created_at) select person, case when n % 7 = 0 then 'login_failure' else 'login_success' end, at" + series).update();
        DATABASE.sql("insert into profile_invoices (profile_id, invoice_number, issued_date, status, amount, status_changed_at)"
            + " select person, n::text, at::date, case when n % 7 = 0 then 'failed' else 'paid' end, 19900, at" + series).update();
        DATABASE.sql("insert into projects (owner_profile_id, title, created_at) select person, '영상 ' || n, at" + series).update();
        Stream.of("auth_audit_logs", "profile_invoices", "projects").forEach(table -> DATABASE.sql("analyze " + table).update());
    }

    static Stream<EventQuery> firstPages() {
        var all = new EventQuery(null, false, null, "", null, null, null);
        var queries = new ArrayList<>(List.of(all, new EventQuery(null, true, null, "", null, null, null), EventQuery.of(PERSON), new EventQuery(null, true, PERSON, "", null, null, null),
            new EventQuery(null, false, null, "", DAY, null, null), new EventQuery(null, false, PERSON, "", null, DAY, null), new EventQuery(null, false, null, "", DAY, DAY.plusDays(9), null),
            new EventQuery(null, false, null, "", null, null, new Mark(Instant.parse("2026-03-01T00:00:00Z"), PERSON))));
        List.of(Kind.values()).forEach(kind -> queries.add(new EventQuery(kind, false, null, "", null, DAY, null)));
        return queries.stream();
    }

    @ParameterizedTest
    @MethodSource("firstPages")
    void aPageReadsNoMoreThanAPageFromEachArmWithManyRowsInEach(EventQuery query) {
        var question = RecentEvents.question(query, ZoneOffset.UTC, RecentEvents.PAGE + 1);
        var plan = JSON.readTree(DATABASE.sql("explain (analyze, format json) " + question.sql()).params(question.values()).query(String.class).single()).path(0).path("Plan");
        var scans = nodes(plan, node -> node.has("Relation Name"));

        assertThat(scans).as(plan.toPrettyString()).isNotEmpty().hasSizeLessThanOrEqualTo(query.kind() == null ? 3 : 1).allSatisfy(scan ->
            assertThat(scan.path("Actual Rows").asDouble() + scan.path("Rows Removed by Filter").asDouble(0)).isLessThanOrEqualTo(RecentEvents.PAGE + 1));
        assertThat(EVENTS.page(query, ZoneOffset.UTC, RecentEvents.PAGE)).hasSize(RecentEvents.PAGE + 1);
    }

    @Test
    void onePagesToTheEndWithoutMissingOrRepeatingAnEventOfTheSameMoment() {
        var query = new EventQuery(null, false, PERSON, "", null, null, null);
        var seen = new ArrayList<RecentEvent>();
        for (List<RecentEvent> page = EVENTS.page(query, ZoneOffset.UTC, 37); !page.isEmpty(); page = EVENTS.page(behind(query, seen.getLast()), ZoneOffset.UTC, 37)) {
            seen.addAll(page.subList(0, Math.min(37, page.size())));
        }
        assertThat(seen.stream().map(RecentEvent::subject)).hasSize(3 * MANY / 100).doesNotHaveDuplicates();
        assertThat(seen.stream().map(RecentEvent::at)).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    /** In 2026 clocks go forward on 8 March in New York and on 29 March in Berlin: those days have 23 hours, a week later they have 24. */
    @ParameterizedTest
    @CsvSource({"Asia/Seoul, 2026-03-08, 2026-03-07T15:00:00Z, 2026-03-08T14:50:00Z", "America/New_York, 2026-03-08, 2026-03-08T05:00:00Z, 2026-03-09T03:50:00Z",
        "Europe/Berlin, 2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T21:50:00Z", "Europe/Berlin, 2026-04-05, 2026-04-04T22:00:00Z, 2026-04-05T21:50:00Z"})
    void aDayIsThatOfWhoLooks(ZoneId zone, LocalDate day, Instant first, Instant last) {
        var events = EVENTS.page(new EventQuery(Kind.PROJECT, false, null, "", day, day, null), zone, 1000);

        assertThat(events.getLast().at()).isEqualTo(first);
        assertThat(events.getFirst().at()).isEqualTo(last);
    }

    @Test
    void anInvoiceIsAnEventAgainWhenItsStatusChangesAndOnlyThen() {
        var database = JdbcClient.create(TestDatabase.fresh().dataSource());
        database.sql("insert into profiles (id, name, email) values (?, '사람', 'a@maru.example')").param(PERSON).update();
        database.sql("insert into profile_invoices (profile_id, invoice_number, issued_date, status_changed_at) values (?, '1', '2026-01-01', '2026-01-01')").param(PERSON).update();
        var changed = "select status_changed_at > '2026-01-02' from profile_invoices";

        database.sql("update profile_invoices set summary = '1월', status = 'pending'").update();
        assertThat(database.sql(changed).query(Boolean.class).single()).isFalse();
        database.sql("update profile_invoices set status = 'paid'").update();
        assertThat(database.sql(changed).query(Boolean.class).single()).isTrue();
    }

    private static EventQuery behind(EventQuery query, RecentEvent last) {
        return new EventQuery(query.kind(), query.failed(), query.person(), "", null, null, last.mark());
    }

    private static List<JsonNode> nodes(JsonNode plan, Predicate<JsonNode> wanted) {
        var found = new ArrayList<JsonNode>();
        if (wanted.test(plan)) {
            found.add(plan);
        }
        plan.path("Plans").forEach(child -> found.addAll(nodes(child, wanted)));
        return found;
    }
}
