package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Adds an axis, renames it or closes it by its last day. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SaveAxis {

    private final AxisRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SaveAxis(AxisRows rows, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Saves the axis.
     *
     * @param version the version that was read, or nothing for a new axis
     * @throws io.simbaerp.architecture.RuleViolation of axis: code-wrong, code-taken, name-missing, days-out-of-order
     * @throws io.simbaerp.architecture.NotFound if there is none to change
     * @throws io.simbaerp.architecture.Conflict axis.changed-meanwhile
     */
    public UUID save(@Nullable Integer version, NamedDraft draft) {
        UUID id = rows.save(AxisRows.Kind.AXIS, null, version, draft.checked("[A-Z][A-Z0-9_]{0,19}"));
        events.publishEvent(new AxisSaved(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }
}
