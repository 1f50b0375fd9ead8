package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Adds a value to an axis, such as a project, renames it or closes it by its last day. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SaveAxisValue {

    private final AxisRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SaveAxisValue(AxisRows rows, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Saves the value.
     *
     * @param axis the code of its axis
     * @param version the version that was read, or nothing for a new value
     * @throws io.simbaerp.architecture.RuleViolation of axis: unknown, code-wrong, code-taken, name-missing,
     *     days-out-of-order
     * @throws io.simbaerp.architecture.NotFound if there is none to change
     * @throws io.simbaerp.architecture.Conflict axis.changed-meanwhile
     */
    public UUID save(String axis, @Nullable Integer version, NamedDraft draft) {
        UUID axisId = rows.axis(axis);
        UUID id = rows.save(AxisRows.Kind.VALUE, axisId, version, draft.checked("[0-9A-Za-z][0-9A-Za-z ._-]{0,31}"));
        events.publishEvent(new AxisSaved(currentActor.company(), currentActor.actor(), clock.instant(), axisId));
        return id;
    }
}
