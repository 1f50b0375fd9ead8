package io.simbaerp.identity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.separation.FirstPersonExceptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets somebody sign in and gives them roles in the company.
 *
 * @throws RuleViolation user.login-missing, user.login-taken, user.role-unknown, role.conflicts
 */
@UseCase(Duty.ADMINISTER)
public class RegisterUser {

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int ENDING = 4;
    private static final int ATTEMPTS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PasswordEncoder passwords;
    private final FirstPersonExceptions firstPerson;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterUser(
            JdbcClient jdbc,
            CurrentActor currentActor,
            PasswordEncoder passwords,
            FirstPersonExceptions firstPerson,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.passwords = passwords;
        this.firstPerson = firstPerson;
        this.events = events;
        this.clock = clock;
    }

    public UUID register(UserDraft draft) {
        String login = draft.login().strip().toLowerCase(Locale.ROOT);
        if (login.isEmpty()) {
            throw RuleViolation.ofField("login", "user.login-missing");
        }
        UUID user = NewId.at(clock);
        // An administrator is told nothing of the names of other companies: theirs is never taken.
        boolean byPerson = currentActor.actor().userId().isPresent();
        boolean added = add(user, byPerson ? login + ending() : login, draft);
        for (int attempt = 1; byPerson && !added && attempt < ATTEMPTS; attempt++) {
            added = add(user, login + ending(), draft);
        }
        if (!added) {
            throw RuleViolation.ofField("login", "user.login-taken", login);
        }
        draft.roles().forEach(role -> grant(user, role));
        firstPerson.settle(user);
        events.publishEvent(new UserRegistered(currentActor.company(), currentActor.actor(), clock.instant(), user));
        return user;
    }

    /** Letters that aren't mistaken for others; a million endings for every name. */
    private static String ending() {
        StringBuilder ending = new StringBuilder(".");
        RANDOM.ints(ENDING, 0, LETTERS.length()).forEach(letter -> ending.append(LETTERS.charAt(letter)));
        return ending.toString();
    }

    private boolean add(UUID user, String login, UserDraft draft) {
        int added = jdbc.sql("""
                        insert into identity.user_account
                               (id, login, display_name, password_hash, language, created_at)
                        values (?, ?, ?, ?, ?, ?::timestamptz) on conflict (login) do nothing""")
                .params(
                        user,
                        login,
                        draft.displayName(),
                        Objects.requireNonNull(passwords.encode(draft.password())),
                        draft.language(),
                        clock.instant().toString())
                .update();
        return added == 1;
    }

    private void grant(UUID user, String role) {
        int granted = jdbc.sql("""
                        insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at)
                        select company_id, ?, id, ?, ?::timestamptz from identity.role where company_id = ? and code = ?""")
                .params(
                        user,
                        currentActor.actor().toString(),
                        clock.instant().toString(),
                        currentActor.company().value(),
                        role)
                .update();
        if (granted == 0) {
            throw RuleViolation.ofField("roles", "user.role-unknown", role);
        }
    }
}
