package app.maru.passkeys;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.Arriving;
import app.maru.identity.DeskCookies;
import app.maru.identity.Means;
import app.maru.identity.Open;
import app.maru.identity.Origin;
import app.maru.identity.PageAskedFor;
import app.maru.identity.Person;
import app.maru.identity.Secret;
import app.maru.limits.Limit;
import app.maru.limits.Limits;
import app.maru.signin.Way;
import app.maru.signin.Ways;

/** Signing in by passkey. A browser that asks gets a secret, so that what a device signs for it is of no use in another. */
@Open
@Controller
@RequestMapping("/sign-in/passkey")
class PasskeySignInController {


    private final PasskeySignIn passkeys;
    private final Ceremonies ceremonies;
    private final Challenges challenges;
    private final Ways ways;
    private final Limits limits;
    private final DeskCookies cookies;
    private final Arriving arriving;

    PasskeySignInController(PasskeySignIn passkeys, Ceremonies ceremonies, Challenges challenges, Ways ways, Limits limits, DeskCookies cookies, Arriving arriving) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.challenges = challenges;
        this.ways = ways;
        this.limits = limits;
        this.cookies = cookies;
        this.arriving = arriving;
    }

    /** What a device is to sign. */
    @PostMapping("/challenge")
    ResponseEntity<String> challenge(HttpServletRequest request, HttpServletResponse response) {
        if (!ways.isOpen(Way.PASSKEY)) {
            return ResponseEntity.notFound().build();
        }
        if (!limits.take(Limit.CHALLENGES_FROM_ADDRESS, Origin.of(request)).granted()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        var secret = Secret.made();
        cookies.set(Challenges.COOKIE, secret, Challenges.LIFE, request, response);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ceremonies.request(challenges.make(Challenges.holder(secret))));
    }

    /** Lets in, or on, whom a device proves to be there. Whatever is not right about an answer, the same is said of it. */
    @PutMapping
    String signIn(@RequestParam(defaultValue = "") String credential, @RequestParam(defaultValue = "") String to, @AuthenticationPrincipal @Nullable Object who,
                  HttpServletRequest request, HttpServletResponse response) {
        var origin = Origin.of(request);
        var taken = limits.take(Limit.GUESSES_FROM_ADDRESS, origin);
        if (!taken.granted()) {
            return "redirect:/sign-in?passkey=too-many";
        }
        var challenge = cookies.value(Challenges.COOKIE, request).flatMap(secret -> challenges.take(Challenges.holder(secret)));
        cookies.set(Challenges.COOKIE, "", Duration.ZERO, request, response);
        var person = passkeys.proved(challenge.orElse(null), credential, origin);
        person.ifPresent(proved -> limits.giveBack(taken));
        return person.map(proved -> "redirect:" + go(proved, to, who, request, response)).orElse("redirect:/sign-in?passkey=refused");
    }

    private String go(Person proved, String to, @Nullable Object who, HttpServletRequest request, HttpServletResponse response) {
        if (who instanceof Person here && here.id().equals(proved.id())) {
            arriving.again(proved, Means.PASSKEY, request, response);
            return PageAskedFor.local(to);
        }
        return to.isEmpty() ? arriving.arrive(proved, Means.PASSKEY, request, response) : arriving.arrive(proved, Means.PASSKEY, to, request, response);
    }
}
