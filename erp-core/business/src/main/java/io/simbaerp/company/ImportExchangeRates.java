package io.simbaerp.company;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/** Adds the rates of a file {@code currency;date;mid;table;source}: all of them or none. */
@UseCase(Duty.MAINTAIN_EXCHANGE_RATE)
public class ImportExchangeRates {

    private final RateRecording recording;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ImportExchangeRates(
            RateRecording recording, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.recording = recording;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Imports the file. Rates that are there already, exactly so, are counted and left; a line that is wrong or says
     * something else of a known day is an error, and then nothing of the file is stored.
     */
    public ExchangeRateImport importFile(String csv) {
        ExchangeRateImport judged = recording.judge(ExchangeRateFile.read(csv));
        if (judged.complete() && !judged.added().isEmpty()) {
            recording.insert(judged.added());
            events.publishEvent(
                    new ExchangeRatesRecorded(currentActor.company(), currentActor.actor(), clock.instant()));
        }
        return judged;
    }
}
