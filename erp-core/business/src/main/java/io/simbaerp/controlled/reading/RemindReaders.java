package io.simbaerp.controlled.reading;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.controlled.ControlledDocuments;
import java.time.Duration;
import java.util.UUID;

/** Reminds everybody who still has to read a document; whoever was reminded within the hour is left alone. */
@UseCase(Duty.WRITE_CONTROLLED_DOCUMENT)
public class RemindReaders {

    private static final Duration APART = Duration.ofHours(1);

    private final ControlledDocuments documents;
    private final Reminders reminders;

    RemindReaders(ControlledDocuments documents, Reminders reminders) {
        this.documents = documents;
        this.reminders = reminders;
    }

    /**
     * How many were reminded.
     *
     * @throws NotFound if there is no such document
     */
    public int remind(@About("controlled-document") UUID document) {
        return reminders.remind(documents.byId(document).id(), null, APART);
    }
}
