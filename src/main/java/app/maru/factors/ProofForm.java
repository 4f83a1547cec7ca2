package app.maru.factors;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

import app.maru.identity.PageAskedFor;

/**
 * What somebody answers who is asked whether it is they. The names are such that no form has them which it carries on.
 *
 * @param sends whether what is to be typed must be sent first
 * @param form whether it carries a form on
 */
record ProofForm(@BindParam("proof-to") String to, @BindParam("proof-means") String means, @BindParam("proof") String typed, @BindParam("proof-secret") String secret,
                 @BindParam("proof-sends") @Nullable Boolean sends, @BindParam("proof-form") @Nullable Boolean form) {

    ProofForm {
        to = PageAskedFor.local(Objects.requireNonNullElse(to, "/"));
        means = Objects.requireNonNullElse(means, "");
        typed = Objects.requireNonNullElse(typed, "");
        secret = Objects.requireNonNullElse(secret, "");
    }

    boolean carriesOn() {
        return Boolean.TRUE.equals(form);
    }

    boolean isToBeSent() {
        return Boolean.TRUE.equals(sends);
    }
}
