package io.simbaerp.audit;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts missing duties, separation of duties and what wasn't found into the trail. Other broken rules are daily work. */
@Component
class RefusalRecorder implements Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecorder.class);

    /** Rules by which somebody may not do what another has to do. */
    private static final Pattern SEPARATION = Pattern.compile(".*\\.(own-|above-limit|beyond-limit).*|separation\\..*");

    private static final int LONGEST_REASON = 400;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate ownTransaction;
    private final CurrentActor currentActor;
    private final Clock clock;

    RefusalRecorder(
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            CurrentActor currentActor,
            Clock clock) {
        this.events = events;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public void refused(Acting acting, String door, Subject about, RuntimeException why) {
        String name = nameOf(why);
        if (name == null) {
            return;
        }
        try {
            AccessRefused refusal = new AccessRefused(
                    acting.company(),
                    acting.actor(),
                    principal(acting),
                    clock.instant(),
                    subject(about, why),
                    acting.actor().userId().map(user -> new Subject("user", user)).stream()
                            .toList(),
                    name,
                    reason(door, why));
            currentActor.run(
                    Acting.system("refusals", acting.company()),
                    () -> ownTransaction.executeWithoutResult(status -> events.publishEvent(refusal)));
        } catch (RuntimeException e) {
            LOG.error("A refusal could not be put into the audit trail: {} at {}", name, door, e);
        }
    }

    private static @Nullable Actor principal(Acting acting) {
        UUID person = acting.onBehalfOf();
        return person == null ? null : Actor.person(person);
    }

    private static @Nullable String nameOf(RuntimeException why) {
        if (why instanceof MissingDuty) {
            return "duty-refused";
        }
        if (why instanceof NotFound) {
            return "record-not-found";
        }
        return why instanceof RuleViolation rule
                        && SEPARATION.matcher(rule.rule()).matches()
                ? "separation-refused"
                : null;
    }

    private static Subject subject(Subject about, RuntimeException why) {
        return why instanceof NotFound missing && missing.id() instanceof UUID id
                ? new Subject(missing.kind(), id)
                : about;
    }

    private static String reason(String door, RuntimeException why) {
        String rule;
        Stream<Object> filling;
        if (why instanceof MissingDuty missing) {
            rule = "duty.missing";
            filling = Stream.of(missing.duty(), door);
        } else if (why instanceof RuleViolation violation) {
            rule = violation.rule();
            filling = violation.args().stream();
        } else {
            rule = "not-found";
            filling = Stream.of(String.valueOf(why.getMessage()));
        }
        // What was sent may hold a zero byte, which no column keeps.
        String text = (rule + " " + filling.map(String::valueOf).collect(Collectors.joining(" | ")))
                .replace('\u0000', '\uFFFD');
        return text.strip().substring(0, Math.min(text.strip().length(), LONGEST_REASON));
    }
}
