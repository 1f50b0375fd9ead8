package io.simbaerp.identity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the person acting a token for the REST interface. It is shown once; we keep its SHA-256. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class IssueToken {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IssueToken(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws RuleViolation token.name-missing, token.name-long, token.days-wrong */
    public IssuedToken issue(TokenDraft draft) {
        String name = draft.name().strip();
        if (name.isEmpty()) {
            throw RuleViolation.ofField("name", "token.name-missing");
        }
        if (name.length() > TokenDraft.LONGEST_NAME) {
            throw RuleViolation.ofField("name", "token.name-long", TokenDraft.LONGEST_NAME);
        }
        if (draft.lifetime().isNegative()
                || draft.lifetime().isZero()
                || draft.lifetime().compareTo(Duration.ofDays(TokenDraft.MOST_DAYS)) > 0) {
            throw RuleViolation.ofField("days", "token.days-wrong", TokenDraft.MOST_DAYS);
        }
        return make(
                name,
                draft.thisCompanyOnly() ? currentActor.company().value() : null,
                clock.instant().plus(draft.lifetime()));
    }

    private IssuedToken make(String name, @Nullable UUID onlyCompany, Instant expiresAt) {
        UUID user =
                currentActor.actor().userId().orElseThrow(() -> new IllegalStateException("Only people hold tokens"));
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = "simba_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = NewId.at(clock);
        jdbc.sql("""
                        insert into identity.access_token
                               (id, user_id, sha256, name, only_company, created_at, expires_at)
                        values (:id, :user, :sha256, :name, :company, :now::timestamptz, :expires::timestamptz)""")
                .param("id", id)
                .param("user", user)
                .param("sha256", SecretHash.of(token))
                .param("name", name)
                .param("company", onlyCompany, Types.OTHER)
                .param("now", clock.instant().toString())
                .param("expires", expiresAt.toString())
                .update();
        events.publishEvent(new TokenIssued(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return new IssuedToken(token, expiresAt);
    }
}
