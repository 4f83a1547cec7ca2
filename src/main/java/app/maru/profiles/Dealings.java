package app.maru.profiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What people have to do with the company: their plan, how they pay, what they were billed, what they made. */
@Repository
class Dealings {

    private final JdbcClient database;
    private final JsonMapper json;

    Dealings(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What somebody has subscribed to. */
    record Plan(String name, String priceLabel, Money price, String interval, @Nullable LocalDate renewal, String renewalNote, String usage,
                String usageHighlight, List<String> benefits) {}

    /** A card, of which the last four digits are known; {@code expires} in months of the year, null where it does not. */
    record PaymentMethod(String provider, String brand, String last4, String holder, @Nullable YearMonth expires, String billingEmail,
                         String topUp, boolean isDefault) {}

    /** What somebody was asked to pay. */
    record Invoice(UUID id, String number, LocalDate issued, String status, Money amount, String summary, String downloadUrl) {}

    /** What somebody made. */
    record Project(UUID id, String title, String status, long views, long likes, Instant createdAt) {}

    Optional<Plan> plan(UUID profile) {
        return database.sql("select * from profile_billing_plans where profile_id = ?").param(profile).query((row, number) -> new Plan(
            row.getString("plan_name"), row.getString("price_label"), money(row), row.getString("interval"), row.getObject("renewal_date", LocalDate.class),
            row.getString("renewal_note"), row.getString("usage_label"), row.getString("usage_highlight_label"),
            List.of(json.readValue(row.getString("benefits_summary"), String[].class)))).optional();
    }

    List<PaymentMethod> paymentMethods(UUID profile) {
        return database.sql("select * from profile_payment_methods where profile_id = ? order by is_default desc, id").param(profile)
            .query((row, number) -> new PaymentMethod(row.getString("provider"), row.getString("brand"), row.getString("last4"), row.getString("holder_name"),
                row.getObject("expires_year") == null || row.getObject("expires_month") == null ? null
                    : YearMonth.of(row.getInt("expires_year"), row.getInt("expires_month")),
                row.getString("billing_email"), row.getString("auto_topup_mode"), row.getBoolean("is_default"))).list();
    }

    /** Invoices, newest first: at most so many, those behind the one given (from the newest when null). */
    List<Invoice> invoices(UUID profile, @Nullable UUID behind, int most) {
        return database.sql("""
                select * from profile_invoices where profile_id = :profile and (cast(:behind as uuid) is null
                  or (issued_date, id) < (select issued_date, id from profile_invoices where invoice_id = :behind and profile_id = :profile))
                order by issued_date desc, id desc limit :most""")
            .param("profile", profile).param("behind", behind).param("most", most)
            .query((row, number) -> new Invoice(row.getObject("invoice_id", UUID.class), row.getString("invoice_number"), row.getObject("issued_date", LocalDate.class),
                row.getString("status"), money(row), row.getString("summary"), row.getString("download_url"))).list();
    }

    List<Project> projects(UUID profile, int most) {
        return database.sql("select * from projects where owner_profile_id = ? order by created_at desc, id desc limit ?").param(profile).param(most)
            .query((row, number) -> new Project(row.getObject("project_id", UUID.class), row.getString("title"), row.getString("status"),
                row.getLong("views"), row.getLong("likes"), row.getObject("created_at", OffsetDateTime.class).toInstant())).list();
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getBigDecimal("amount"), row.getString("currency_code"));
    }
}
