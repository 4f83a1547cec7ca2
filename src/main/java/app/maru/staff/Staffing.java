package app.maru.staff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.OpenWork;
import app.maru.identity.Person;
import app.maru.identity.Role;
import app.maru.staff.Member.Standing;

/** Takes people into the staff, gives them roles, and lets them go; all of it is written to the log. */
@Component
class Staffing {

    private final JdbcClient database;
    private final Staff staff;
    private final Invitations invitations;
    private final Welcome welcome;
    private final StaffLog log;
    private final List<OpenWork> work;

    Staffing(JdbcClient database, Staff staff, Invitations invitations, Welcome welcome, StaffLog log, List<OpenWork> work) {
        this.database = database;
        this.staff = staff;
        this.invitations = invitations;
        this.welcome = welcome;
        this.log = log;
        this.work = List.copyOf(work);
    }

    /** What became of it; it was done only when it says so. */
    enum Outcome {
        DONE,
        /** It was so already, or cannot be from where they stand. */
        NOT_SO,
        /** Somebody else was quicker. */
        OVERTAKEN,
        /** Nobody would be left to do this. */
        LAST_ADMIN,
        /** One does not do that to oneself. */
        ONESELF;

        /** The name in message keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Invites whoever has that address, unless they are of the staff; customers may become staff, and who left may come back. */
    @Transactional
    Optional<Invited> invite(String email, String name, Role role, Person by) {
        var id = database.sql("""
                insert into profiles (email, name, status) values (:email, :name, 'invited')
                on conflict (lower(email)) do update set status = 'invited', deleted_at = null, name = case when profiles.name = '' then excluded.name else profiles.name end,
                  version = profiles.version + 1, updated_at = now()
                where not exists (select from staff where profile_id = profiles.id) or profiles.status = 'deactivated' or profiles.deleted_at is not null
                returning id""")
            .param("email", email).param("name", name).query(UUID.class).optional();
        return id.map(person -> {
            database.sql("""
                    insert into staff (profile_id, role) values (:person, :role)
                    on conflict (profile_id) do update set role = excluded.role, password_hash = null, version = staff.version + 1, updated_at = now()""")
                .param("person", person).param("role", role.wireName()).update();
            var member = staff.member(person);
            log.tell("person_invited", member, Map.of(), member.said());
            return posted(member, by);
        });
    }

    private Invited posted(Member member, Person by) {
        var invited = new Invited(member, invitations.make(member.id(), by.id()));
        welcome.post(invited, by);
        return invited;
    }

    /** Somebody who was invited, and the link that lets them in. */
    record Invited(Member member, Invitations.Made link) {}

    /** Another link for who is invited; the one before works no more. */
    @Transactional
    Optional<Invited> inviteAgain(UUID id, Person by) {
        var member = staff.member(id);
        if (member.standing() != Standing.INVITED) {
            return Optional.empty();
        }
        log.tell("person_invited_again", member, Map.of(), Map.of());
        return Optional.of(posted(member, by));
    }

    /** Gives somebody another role, if they still have the one that was looked at. */
    @Transactional
    Outcome changeRole(UUID id, int version, Role role) {
        alone();
        var before = staff.member(id);
        if (before.version() != version) {
            return Outcome.OVERTAKEN;
        }
        if (before.role() == role) {
            return Outcome.NOT_SO;
        }
        if (isLastAdmin(before)) {
            return Outcome.LAST_ADMIN;
        }
        database.sql("update staff set role = :role, version = version + 1, updated_at = now() where profile_id = :id").param("role", role.wireName()).param("id", id).update();
        return told("role_changed", before);
    }

    /** Lets somebody in no more, for now. */
    @Transactional
    Outcome suspend(UUID id, Person by) {
        return letGo(id, Standing.SUSPENDED, "person_suspended", by, null);
    }

    /** Lets somebody in no more, for good; what they had to do is the successor's, if there is one. */
    @Transactional
    Outcome deactivate(UUID id, @Nullable UUID successor, Person by) {
        return letGo(id, Standing.DEACTIVATED, "person_deactivated", by, successor);
    }

    private Outcome letGo(UUID id, Standing standing, String act, Person by, @Nullable UUID successor) {
        alone();
        var before = staff.member(id);
        if (id.equals(by.id())) {
            return Outcome.ONESELF;
        }
        if (before.standing() == standing || before.standing() == Standing.DEACTIVATED) {
            return Outcome.NOT_SO;
        }
        if (isLastAdmin(before)) {
            return Outcome.LAST_ADMIN;
        }
        stand(id, standing);
        if (successor != null) {
            handOver(id, successor, by);
        }
        return told(act, before);
    }

    /** Lets somebody in again; who never came in stays invited. */
    @Transactional
    Outcome letIn(UUID id) {
        var before = staff.member(id);
        if (before.standing() != Standing.SUSPENDED && before.standing() != Standing.DEACTIVATED) {
            return Outcome.NOT_SO;
        }
        stand(id, before.hasComeIn() ? Standing.ACTIVE : Standing.INVITED);
        return told("person_let_in", before);
    }

    /** Gives what somebody has to do to somebody else; how much it was. */
    @Transactional
    int handOver(UUID from, UUID to, Person by) {
        int given = work.stream().mapToInt(one -> one.handOver(from, to, by.id())).sum();
        log.tell("work_handed_over", staff.member(from), Map.of(), Map.of("successor", staff.member(to).title()));
        return given;
    }

    // all who take an admin away wait for each other here, as they do in the database
    private void alone() {
        database.sql("select pg_advisory_xact_lock(hashtext('staff-keeps-an-admin'))").query(row -> { });
    }

    private boolean isLastAdmin(Member member) {
        return member.role() == Role.ADMIN && member.standing() == Standing.ACTIVE
            && !database.sql("select exists (select from active_staff where role = 'admin' and id <> :id and (:demo or not demo))")
                .param("id", member.id()).param("demo", member.demo()).query(Boolean.class).single();
    }

    private void stand(UUID id, Standing standing) {
        database.sql("update profiles set status = :status, version = version + 1, updated_at = now() where id = :id").param("status", standing.key()).param("id", id).update();
    }

    private Outcome told(String act, Member before) {
        log.tell(act, before, before.said(), staff.member(before.id()).said());
        return Outcome.DONE;
    }
}
