package io.simbaerp.controlled.reading;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.VersionView;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Confirms that somebody has read a published version. Nobody does so for somebody else. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class AcknowledgeVersion {

    private final ControlledDocuments documents;
    private final Readings readings;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AcknowledgeVersion(
            ControlledDocuments documents,
            Readings readings,
            JdbcClient jdbc,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.readings = readings;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Confirming again changes nothing.
     *
     * @throws NotFound if there is no such version
     * @throws RuleViolation of controlled: read-yourself, not-asked-to-read
     */
    public void acknowledge(@About("controlled-version") UUID version) {
        VersionView read = documents.version(version);
        UUID person =
                currentActor.actor().userId().orElseThrow(() -> new RuleViolation("controlled.not-asked-to-read"));
        if (currentActor.get().onBehalfOf() != null) {
            throw new RuleViolation("controlled.read-yourself");
        }
        if (hasRead(version, person)) {
            return;
        }
        if (!readings.waitsForMe(version)) {
            throw new RuleViolation("controlled.not-asked-to-read");
        }
        jdbc.sql("""
                        insert into controlled.acknowledgement (company_id, id, version_id, person, acknowledged_at)
                        values (:company, :id, :version, :person, :now) on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("version", version)
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new ControlledDocumentAcknowledged(
                currentActor.company(), currentActor.actor(), clock.instant(), read.documentId()));
    }

    private boolean hasRead(UUID version, UUID person) {
        return jdbc.sql("""
                        select exists (select from controlled.acknowledgement
                                        where company_id = ? and version_id = ? and person = ?)""")
                .params(currentActor.company().value(), version, person)
                .query(Boolean.class)
                .single();
    }
}
