/**
 * Who is signed in, where and since when: sessions in PostgreSQL, which all nodes share. A session keeps whose it is and what
 * the next page is to say; who that person is by now, and whether they still may come in, is read with it each time, so that
 * a role that changes and a person who is suspended need no session to be looked for.
 */
@ApplicationModule(allowedDependencies = {"mail", "identity"})
@NullMarked
package app.maru.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
