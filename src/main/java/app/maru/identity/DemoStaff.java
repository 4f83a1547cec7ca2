package app.maru.identity;

import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** One person of each role for a first look at Maru, there before the first request; they exist on a demo only. */
@Component
@ConditionalOnBooleanProperty("maru.demo")
public class DemoStaff implements SmartInitializingSingleton {

    /** The password of them all. */
    public static final String PASSWORD = "maru-open-floor";

    /** Them all, who may do the most first. */
    public static final List<Member> PEOPLE = List.of(
        new Member("admin@maru.example", "김민준", Role.ADMIN),
        new Member("editor@maru.example", "박서연", Role.EDITOR),
        new Member("author@maru.example", "정도윤", Role.AUTHOR),
        new Member("viewer@maru.example", "오하린", Role.VIEWER));

    private final Accounts accounts;
    private final Passwords passwords;

    DemoStaff(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public void afterSingletonsInstantiated() {
        PEOPLE.stream().filter(member -> accounts.at(member.email).isEmpty()).forEach(this::add);
    }

    private void add(Member member) {
        accounts.add(member.email, member.name, member.role, passwords.hash(PASSWORD), true);
    }

    /** Somebody of the demo. */
    public record Member(String email, String name, Role role) {
    }
}
