package app.maru.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a room has to do with everybody who has just signed in. */
public interface Arrival {

    /** They are in, and read their first page next. */
    void of(Person person, HttpServletRequest request, HttpServletResponse response);
}
