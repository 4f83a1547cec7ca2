package app.maru.factors;

import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;

/** Whether admins must have a second factor; who has none is led to set one up with their next page. */
@Repository
class Demand {

    private final JdbcClient database;
    private final AuditLog log;

    Demand(JdbcClient database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    boolean isOn() {
        return database.sql("select enabled from auth_demands where demand = 'second_factor_of_admins'").query(Boolean.class).single();
    }

    @Transactional
    void turn(boolean on) {
        int changed = database.sql("update auth_demands set enabled = :on, version = version + 1, updated_at = now() where demand = 'second_factor_of_admins' and enabled <> :on")
            .param("on", on).update();
        if (changed > 0) {
            log.write(Act.of("second_factor_demanded", "").changing(Map.of("secondFactor", !on), Map.of("secondFactor", on)));
        }
    }
}
