package app.maru.checks;

import org.jspecify.annotations.Nullable;

/**
 * What visitors find at an address.
 *
 * @param redirect the address to which they are led on; null when they are not
 * @param former what stood there before it was taken from them; null when nothing ever did
 */
record Target(boolean live, @Nullable Address redirect, @Nullable String former) {

    static final Target NOTHING = new Target(false, null, null);
}
