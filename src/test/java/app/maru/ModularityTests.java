package app.maru;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void arrowsBetweenRoomsPointAsTheirParagraphsSay() {
        ApplicationModules.of(MaruApplication.class).verify();
    }
}
