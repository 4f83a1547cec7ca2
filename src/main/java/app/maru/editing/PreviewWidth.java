package app.maru.editing;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** How wide a page is previewed: as the window of a telephone, of a tablet or of a desktop. */
enum PreviewWidth {
    PHONE(390, "phone"), TABLET(820, "tablet"), DESKTOP(1280, "display");

    private final int pixels;
    private final String icon;

    PreviewWidth(int pixels, String icon) {
        this.pixels = pixels;
        this.icon = icon;
    }

    static PreviewWidth of(String key) {
        return Arrays.stream(values()).filter(width -> width.key().equals(key)).findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no width " + key));
    }

    /** Its name in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int pixels() {
        return pixels;
    }

    public String icon() {
        return icon;
    }
}
