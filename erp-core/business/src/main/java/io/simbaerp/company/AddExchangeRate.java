package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.money.CurrencyCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;

/** Adds one published mean rate by hand. */
@UseCase(Duty.MAINTAIN_EXCHANGE_RATE)
public class AddExchangeRate {

    /**
     * A rate as somebody read it from a table.
     *
     * @param mid units of the company's currency for one unit of the foreign one
     * @param table the table's number at its source, such as {@code 225/A/NBP/2026}
     */
    public record Draft(CurrencyCode currency, LocalDate date, BigDecimal mid, String table, String source) {}

    private final RateRecording recording;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AddExchangeRate(RateRecording recording, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.recording = recording;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds the rate; the very same rate again changes nothing.
     *
     * @throws io.simbaerp.architecture.RuleViolation of exchange-rate: currency-is-base, day-to-come, not-positive,
     *     too-many-digits, table-missing, source-missing
     * @throws io.simbaerp.architecture.Conflict exchange-rate.differs
     */
    public void add(Draft draft) {
        if (recording.record(draft)) {
            events.publishEvent(
                    new ExchangeRatesRecorded(currentActor.company(), currentActor.actor(), clock.instant()));
        }
    }
}
