package io.simbaerp.controlled.reading;

import io.simbaerp.architecture.CurrentActor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes reminders down and tells of them, a document at a time. */
@Component
class Reminders {

    private static final String REMIND = """
            insert into controlled.reminder (company_id, id, version_id, person, reminded_by, reminded_at)
            select v.company_id, simba.new_id(:now), v.id, r.person, :by, :now
              from controlled.version v
              cross join lateral controlled.readers(v) r
             where v.company_id = :company and v.state = 'PUBLISHED'
               and (cast(:document as uuid) is null or v.controlled_id = :document)
               and (cast(:lateOn as date) is null or controlled.read_by(v) < :lateOn)
               and not exists (select from controlled.version n
                                where n.company_id = v.company_id and n.controlled_id = v.controlled_id
                                  and n.state = 'PUBLISHED' and n.number > v.number)
               and not exists (select from controlled.withdrawal w
                                where w.company_id = v.company_id and w.controlled_id = v.controlled_id)
               and not exists (select from controlled.acknowledgement a
                                where a.company_id = v.company_id and a.version_id = v.id
                                  and a.person = r.person)
               and not exists (select from controlled.reminder m
                                where m.company_id = v.company_id and m.version_id = v.id
                                  and m.person = r.person and m.reminded_at > :recently)
            returning (select v.controlled_id from controlled.version v
                        where v.company_id = reminder.company_id and v.id = reminder.version_id)""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reminds everybody who has not read the newest published version, and was not reminded lately.
     *
     * @param document the document; nothing for all of them
     * @param lateOn only what should have been read before this day; nothing for whatever is unread
     * @param apart how long ago the last reminder must have been
     * @return how many people were reminded
     */
    int remind(@Nullable UUID document, @Nullable LocalDate lateOn, Duration apart) {
        List<UUID> documents = jdbc.sql(REMIND)
                .param("company", currentActor.company().value())
                .param("document", document, java.sql.Types.OTHER)
                .param("lateOn", lateOn, java.sql.Types.DATE)
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("recently", clock.instant().minus(apart).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
        tell(documents);
        return documents.size();
    }

    private void tell(Collection<UUID> documents) {
        documents.stream()
                .distinct()
                .forEach(document -> events.publishEvent(
                        new ReadersReminded(currentActor.company(), currentActor.actor(), clock.instant(), document)));
    }
}
