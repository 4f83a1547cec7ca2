package app.maru.chaos;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import app.maru.database.DurablePostgres;

/** A PostgreSQL that is there before Maru and stays when it goes, as in production. */
final class ExternalGround implements Ground {

    private static final Colleague EDITOR = new Colleague("editor@chaos.example", "a-storm-is-coming");

    private final DurablePostgres postgres;

    ExternalGround(Path folder, boolean careless) {
        postgres = DurablePostgres.in(folder, Ports.free(), careless ? Map.of("synchronous_commit", "off", "wal_writer_delay", "10s") : Map.of());
        postgres.start();
        execute("postgres", "create database " + Server.DATABASE);
    }

    @Override
    public String name() {
        return "a PostgreSQL of its own";
    }

    @Override
    public List<String> configuration() {
        return List.of("--spring.datasource.url=" + server().url(), "--spring.datasource.username=" + server().user(),
            "--spring.datasource.password=" + server().password());
    }

    @Override
    public Server server() {
        return new Server(postgres.folder());
    }

    @Override
    public int firstStartsCutShort() {
        return 1;
    }

    @Override
    public List<Colleague> open(Findings findings) {
        execute(Server.DATABASE, """
            with profile as (insert into profiles (name, email) values ('한지민', '%s') returning id)
            insert into staff (profile_id, role, password_hash) select id, 'editor', '%s' from profile""".formatted(EDITOR.email(),
                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(EDITOR.password())));
        return List.of(EDITOR);
    }

    @Override
    public boolean comesWithMaru() {
        return false;
    }

    @Override
    public void start() {
        postgres.start();
    }

    @Override
    public void close() {
        postgres.close();
    }

    private void execute(String database, String sql) {
        try (var connection = server().connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
