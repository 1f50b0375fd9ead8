package io.simbaerp.identity.admission;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The password of somebody new, chosen by themself; the code that allowed it is used up. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ChooseFirstPassword {

    private final PersonalCodes codes;
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChooseFirstPassword(
            PersonalCodes codes,
            JdbcClient jdbc,
            PasswordEncoder passwords,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.codes = codes;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws RuleViolation user.code-unknown */
    public void choose(@Nullable String code, String password) {
        UUID user = currentActor.actor().userId().orElseThrow(ChooseFirstPassword::unknown);
        if (codes.use(code, PersonalCodes.Purpose.FIRST_PASSWORD)
                .filter(known -> known.user().equals(user))
                .isEmpty()) {
            throw unknown();
        }
        jdbc.sql("update identity.user_account set password_hash = ? where id = ?")
                .params(Objects.requireNonNull(passwords.encode(password)), user)
                .update();
        events.publishEvent(
                new FirstPasswordChosen(currentActor.company(), currentActor.actor(), clock.instant(), user));
    }

    static RuleViolation unknown() {
        return RuleViolation.ofField("code", "user.code-unknown");
    }
}
