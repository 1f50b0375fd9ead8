package io.simbaerp.task.link.web;

import io.simbaerp.identity.pace.SignInPace;
import org.springframework.stereotype.Component;

/** Slows down whoever tries links that are none, as guessing at sign-in is slowed down. */
@Component
class WrongLinks {

    private final SignInPace pace;

    WrongLinks(SignInPace pace) {
        this.pace = pace;
    }

    /** Counts a wrong link from this address; whether there were too many. */
    boolean tooMany(String address) {
        return pace.wait("mail link", address).isPresent();
    }
}
