package app.maru.together;

import java.util.Random;
import java.util.UUID;

/** Cuts the application's connections to PostgreSQL, mostly those that are in use. */
final class Cutter implements Runnable {

    private static final int MOST_BETWEEN = 250;

    private final Look look;
    private final Run run;
    private final Random random;

    Cutter(House house, UUID entry, Run run, Random random) {
        this.look = new Look(house.database(), entry);
        this.run = run;
        this.random = random;
    }

    @Override
    public void run() {
        while (run.goesOn()) {
            if (cut(random.nextInt(4) > 0)) {
                run.count("cut off");
            }
            Actors.breathe(random, MOST_BETWEEN);
        }
        look.close();
    }

    private boolean cut(boolean inUse) {
        return look.sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and application_name <> :look and (not :used or state <> 'idle') and :entry is not null
                order by md5(pid::text || :salt) limit 1""")
            .param("look", Look.NAME).param("used", inUse).param("salt", Integer.toString(random.nextInt())).query(Boolean.class).optional().orElse(false);
    }
}
