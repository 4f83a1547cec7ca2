package app.maru.metrics;

import java.util.Map;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import app.maru.identity.Open;
import app.maru.identity.RequiresScope;
import app.maru.identity.Scope;

/** What those who run Maru ask of it, at the addresses at which they look: whether it is well, which anybody may know, and its figures. */
@Controller
@RequestMapping("/actuator")
class MonitoringController {

    private static final MediaType PROMETHEUS = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final ApplicationAvailability availability;
    private final Meters meters;
    private final JdbcClient database;

    MonitoringController(ApplicationAvailability availability, Meters meters, JdbcClient database) {
        this.availability = availability;
        this.meters = meters;
        this.database = database;
    }

    @Open
    @GetMapping({"/health", "/health/readiness"})
    ResponseEntity<Map<String, String>> readiness() {
        return status(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && isDatabaseThere());
    }

    /** A database that is away is no reason to start this node anew. */
    @Open
    @GetMapping("/health/liveness")
    ResponseEntity<Map<String, String>> liveness() {
        return status(availability.getLivenessState() == LivenessState.CORRECT);
    }

    @RequiresScope(Scope.MONITORING_READ)
    @GetMapping("/prometheus")
    ResponseEntity<String> prometheus() {
        return ResponseEntity.ok().contentType(PROMETHEUS).body(meters.registry().scrape());
    }

    private boolean isDatabaseThere() {
        try {
            return database.sql("select true").query(Boolean.class).single();
        } catch (DataAccessException away) {
            return false;
        }
    }

    private static ResponseEntity<Map<String, String>> status(boolean up) {
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", up ? "UP" : "DOWN"));
    }
}
