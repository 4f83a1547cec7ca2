/**
 * What {@code bin/histories} runs: random histories of acts at the desk, done to the running house and to a model of it
 * that is small enough to be plainly right, and held against each other at every step: the answer to each act, the desk,
 * the editions, and what visitors get now and in every edition of the past.
 */
@NullMarked
package app.maru.histories;

import org.jspecify.annotations.NullMarked;
