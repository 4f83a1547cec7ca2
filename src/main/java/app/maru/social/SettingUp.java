package app.maru.social;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.identity.DeskAddress;
import app.maru.signin.Ways;

/** Adds, changes, switches and removes providers; all of it is written to the log, without their secrets. */
@Component
class SettingUp {

    private final Providers providers;
    private final Ways ways;
    private final DeskAddress desk;
    private final AuditLog log;

    SettingUp(Providers providers, Ways ways, DeskAddress desk, AuditLog log) {
        this.providers = providers;
        this.ways = ways;
        this.desk = desk;
        this.log = log;
    }

    /** What became of it; it was done only when it says so. */
    enum Outcome {
        DONE,
        /** Somebody else was quicker. */
        OVERTAKEN,
        /** Nobody could sign in any more. */
        LAST_WAY;

        /** The name in message keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Keeps what an admin typed; a secret that is empty stays as it was. */
    @Transactional
    Outcome keep(Provider provider, ProviderForm form) {
        var before = providers.find(provider);
        var secret = form.secret().isEmpty() ? before.orElseThrow().secret() : providers.locked(provider, form.secret());
        var wanted = form.setUp(provider, secret, desk.of(provider.back()), before.map(SetUp::enabled).orElse(false));
        if (before.map(SetUp::version).orElse(0) != form.version() || !providers.put(wanted)) {
            return Outcome.OVERTAKEN;
        }
        var changed = !form.secret().isEmpty() && before.isPresent();
        log.write(Act.of(before.isPresent() ? "provider_changed" : "provider_added", provider.title()).changing(said(before, false), said(Optional.of(wanted), changed)));
        return left();
    }

    /** Opens or closes the way in by it. */
    @Transactional
    Outcome turn(Provider provider, boolean on) {
        var before = providers.find(provider).filter(one -> one.enabled() != on);
        if (before.isPresent()) {
            providers.turn(provider, on);
            log.write(Act.of(on ? "provider_on" : "provider_off", provider.title()));
        }
        return left();
    }

    /** Forgets it with its secret; who is linked with it stays linked, if it comes back with the same name for Maru. */
    @Transactional
    Outcome remove(Provider provider) {
        var before = providers.find(provider);
        if (before.isPresent()) {
            providers.remove(provider);
            log.write(Act.of("provider_removed", provider.title()).changing(said(before, false), Map.of()));
        }
        return left();
    }

    private Outcome left() {
        if (ways.isAnyOpen()) {
            return Outcome.DONE;
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.LAST_WAY;
    }

    private static Map<String, String> said(Optional<SetUp> setUp, boolean anotherSecret) {
        var said = new HashMap<>(setUp.map(SetUp::said).orElse(Map.of()));
        if (anotherSecret) {
            said.put("secret", "***");
        }
        return said;
    }
}
