package io.simbaerp.task.mail;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.UUID;

/** A person showed that the address mail goes to is theirs. */
public record MailAddressConfirmed(CompanyId company, Actor actor, Instant at, UUID person) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("user", person);
    }
}
