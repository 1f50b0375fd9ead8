package io.simbaerp.ledger.foreign;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.dimension.NamedDraft;
import io.simbaerp.ledger.dimension.SaveAxis;
import io.simbaerp.ledger.dimension.SaveAxisValue;
import io.simbaerp.tax.AddTaxCodes;
import io.simbaerp.tax.TaxCodeView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Adds the VAT codes and dimensions of foreign books that we don't know, all of them or none, so that entries may name them;
 * of very many the first, and the next when asked again.
 * What is known stays as it is.
 */
@UseCase(Duty.MAINTAIN_LEDGER)
public class TakeOverMasters {

    /** As many as are added while somebody waits. */
    private static final int AT_ONCE = 300;

    private final UnknownMasters unknown;
    private final Doors doors;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TakeOverMasters(
            UnknownMasters unknown,
            Doors doors,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.unknown = unknown;
        this.doors = doors;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** The ways in that somebody takes who types them. */
    @Component
    record Doors(AddTaxCodes taxCodes, Axes axes, SaveAxis axis, SaveAxisValue value) {

        private void values(List<ForeignBooks.Value> values) {
            Map<String, NamedDraft> missing = new LinkedHashMap<>();
            for (ForeignBooks.Value value : values) {
                missing.merge(value.axis(), axis(value), Doors::earlier);
            }
            axes.all().forEach(known -> missing.remove(known.code()));
            missing.values().forEach(draft -> axis.save(null, draft));
            values.forEach(one -> value.save(
                    one.axis(), null, new NamedDraft(one.number(), one.name(), one.name(), one.from(), one.to())));
        }

        private static NamedDraft axis(ForeignBooks.Value value) {
            return new NamedDraft(value.axis(), value.axisName(), value.axisName(), value.from(), null);
        }

        private static NamedDraft earlier(NamedDraft one, NamedDraft other) {
            LocalDate from = one.activeFrom();
            return other.activeFrom().isBefore(from) ? other : one;
        }
    }

    /**
     * Takes over what is new.
     *
     * @return all the file names, and as unknown what was added
     * @throws io.simbaerp.architecture.RuleViolation of foreign-books: form-unknown, file-unreadable, totals-differ, analysis-differs,
     *     currency-differs; of axis: code-wrong, name-missing, days-out-of-order
     */
    public UnknownMasters.Found takeOver(byte[] file) {
        UnknownMasters.Found found = unknown.in(file);
        List<TaxCodeView> newCodes =
                found.unknown().taxCodes().stream().limit(AT_ONCE).toList();
        List<ForeignBooks.Value> values =
                found.unknown().values().stream().limit(AT_ONCE).toList();
        List<TaxCodeView> codes =
                newCodes.isEmpty() ? List.of() : doors.taxCodes().add(newCodes);
        doors.values(values);
        events.publishEvent(new MastersTakenOver(currentActor.company(), currentActor.actor(), clock.instant()));
        return new UnknownMasters.Found(found.all(), new ForeignBooks.Masters(List.of(), codes, values));
    }
}
