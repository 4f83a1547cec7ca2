/** Maru, a content desk: one package below this one is one room of the house. */
@NullMarked
package app.maru;

import org.jspecify.annotations.NullMarked;
