package app.maru.identity;

/** Somebody who must prove two factors and has proved one: not signed in until they prove another. */
public record Halfway(Person person, Proofs proofs) {
}
