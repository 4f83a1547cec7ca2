/**
 * What {@code bin/chaos} runs: people who save and publish without a pause, kills at random moments, and the proof that
 * nothing acknowledged is lost and no edition is torn.
 */
@NullMarked
package app.maru.chaos;

import org.jspecify.annotations.NullMarked;
