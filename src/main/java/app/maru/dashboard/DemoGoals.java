package app.maru.dashboard;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.dashboard.Goal.Status;
import app.maru.metrics.Metrics;

/** Gives people of a first run something to reach. */
@Component
@ConditionalOnBooleanProperty("maru.demo")
@Order(300)
class DemoGoals implements ApplicationRunner {

    private static final String REVENUE = "business.mrr.krw";
    private static final List<Wish> WISHES = List.of(
        new Wish("admin", "월 반복 매출 150만 원", "팀 요금제를 쓰는 회사를 늘려요.", REVENUE, "1500000", "640000"),
        new Wish("admin", "고객 인터뷰 12곳", "한 달에 네 곳씩 만나요.", null, "12", "5"),
        new Wish("editor", "고객 사례 6편 게시", "업종마다 하나씩 소개해요.", null, "6", "2"),
        new Wish("author", "자주 묻는 질문 30개 정리", "문의에 자주 나온 것부터 써요.", null, "30", "18"));

    private final Goals goals;
    private final Metrics metrics;
    private final JdbcClient database;
    private final Clock clock;

    DemoGoals(Goals goals, Metrics metrics, JdbcClient database, Clock clock) {
        this.goals = goals;
        this.metrics = metrics;
        this.database = database;
        this.clock = clock;
    }

    private record Wish(String role, String name, String description, @Nullable String metric, String target, String current) {}

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!database.sql("select exists (select from dashboard_goals)").query(Boolean.class).single()) {
            WISHES.forEach(this::make);
        }
    }

    private void make(Wish wish) {
        var person = database.sql("select profile_id from staff where demo and role = ? order by id limit 1").param(wish.role).query(UUID.class).single();
        var day = Today.in(ZoneId.of("Asia/Seoul"), clock).day();
        var metric = wish.metric != null && metrics.find(wish.metric).isPresent() ? wish.metric : null;
        goals.add(person, new Goal(UUID.randomUUID(), 0, wish.name, wish.description, metric, new BigDecimal(wish.target), new BigDecimal(wish.current),
            day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(3).minusDays(1), Status.ACTIVE));
    }
}
