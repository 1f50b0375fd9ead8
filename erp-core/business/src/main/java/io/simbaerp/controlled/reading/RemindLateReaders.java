package io.simbaerp.controlled.reading;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import java.time.Duration;

/** Reminds, once a week, everybody who should have read a document by now. */
@UseCase(Duty.RUN_PROCESS)
public class RemindLateReaders {

    private static final Duration APART = Duration.ofDays(7);

    private final Reminders reminders;
    private final BusinessDay businessDay;

    RemindLateReaders(Reminders reminders, BusinessDay businessDay) {
        this.reminders = reminders;
        this.businessDay = businessDay;
    }

    /** How many were reminded. */
    public int remindLate() {
        return reminders.remind(null, businessDay.today(), APART);
    }
}
