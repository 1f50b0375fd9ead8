package io.simbaerp.identity.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.fresh.FreshSignIn;
import io.simbaerp.identity.fresh.ProveAgain;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/fresh-sign-in}: the password again, for what a stolen session or token must not do alone. */
@RestController
@RequestMapping("/api/v1/fresh-sign-in")
class FreshSignInResource {

    private final ProveAgain proveAgain;

    FreshSignInResource(ProveAgain proveAgain) {
        this.proveAgain = proveAgain;
    }

    /** The password of whoever asks. */
    record PasswordJson(@Nullable String password) {}

    /** How long it counts. */
    record FreshJson(long seconds) {}

    /** @throws RuleViolation sign-in.password-wrong, sign-in.wait */
    @PostMapping
    FreshJson prove(@RequestBody PasswordJson entered) {
        proveAgain.prove(entered.password()).require();
        return new FreshJson(FreshSignIn.FRESH.toSeconds());
    }
}
