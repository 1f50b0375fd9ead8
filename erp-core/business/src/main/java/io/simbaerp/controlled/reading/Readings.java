package io.simbaerp.controlled.reading;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.controlled.ControlledKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the reader still has to read, and who has read what. Only the newest published version counts. */
@Query(Duty.BELONG_TO_COMPANY)
public class Readings {

    private static final String TO_READ = """
              from controlled.version v
              join controlled.document d on d.company_id = v.company_id and d.id = v.controlled_id
             where v.company_id = :company and v.state = 'PUBLISHED'
               and exists (select from controlled.readers(v) r where r.person = :person)
               and not exists (select from controlled.acknowledgement a
                                where a.company_id = v.company_id and a.version_id = v.id and a.person = :person)
               and not exists (select from controlled.withdrawal w
                                where w.company_id = v.company_id and w.controlled_id = v.controlled_id)
               and not exists (select from controlled.version n
                                where n.company_id = v.company_id and n.controlled_id = v.controlled_id
                                  and n.state = 'PUBLISHED' and n.number > v.number)""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    Readings(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /**
     * A version that waits for its reader.
     *
     * @param readBy until when
     * @param remindedAt when the reader was reminded last
     */
    public record ToRead(
            UUID documentId,
            UUID versionId,
            String documentNumber,
            int number,
            String title,
            ControlledKind kind,
            LocalDate effectiveFrom,
            LocalDate readBy,
            boolean late,
            @Nullable Instant remindedAt) {}

    /** How many of those who have to read a version have confirmed it. */
    public record Progress(int confirmed, int readers) {}

    /** Somebody who has to read a version, or has. */
    public record Reader(
            UUID person,
            String name,
            @Nullable Instant confirmedAt,
            @Nullable Instant remindedAt) {}

    /** What waits for whoever acts, the most urgent first; nothing where no person does. */
    public List<ToRead> mine() {
        return currentActor.actor().userId().map(this::of).orElse(List.of());
    }

    /** Whether this version waits for whoever acts. */
    public boolean waitsForMe(UUID version) {
        return mine().stream().anyMatch(waiting -> waiting.versionId().equals(version));
    }

    /** How many wait. */
    public int count() {
        return currentActor
                .actor()
                .userId()
                .map(person -> jdbc.sql("select count(*)" + TO_READ)
                        .param("company", currentActor.company().value())
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .orElse(0);
    }

    private List<ToRead> of(UUID person) {
        LocalDate today = businessDay.today();
        return jdbc.sql("""
                        select v.controlled_id, v.id, d.number as document_number, v.number, v.title, v.kind, v.effective_from,
                               controlled.read_by(v) as read_by,
                               (select max(m.reminded_at) from controlled.reminder m
                                 where m.company_id = v.company_id and m.version_id = v.id and m.person = :person)
                                   as reminded_at""" + TO_READ + " order by read_by, v.id")
                .param("company", currentActor.company().value())
                .param("person", person)
                .query((row, n) -> new ToRead(
                        row.getObject("controlled_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("document_number"),
                        row.getInt("number"),
                        row.getString("title"),
                        ControlledKind.valueOf(row.getString("kind")),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("read_by", LocalDate.class),
                        row.getObject("read_by", LocalDate.class).isBefore(today),
                        instant(row, "reminded_at")))
                .list();
    }

    /** How far the reading of a published version has come. */
    public Progress progress(UUID version) {
        return jdbc.sql("""
                        select count(a.id) as confirmed, count(*) as readers
                          from controlled.version v
                          cross join lateral controlled.readers(v) r
                          left join controlled.acknowledgement a
                            on a.company_id = v.company_id and a.version_id = v.id and a.person = r.person
                         where v.company_id = :company and v.id = :version""")
                .param("company", currentActor.company().value())
                .param("version", version)
                .query((row, n) -> new Progress(row.getInt("confirmed"), row.getInt("readers")))
                .single();
    }

    /** Those who have to read it, and those who have, by name. */
    public List<Reader> readers(UUID version) {
        return jdbc.sql("""
                        select u.id, u.display_name, a.acknowledged_at,
                               (select max(m.reminded_at) from controlled.reminder m
                                 where m.company_id = v.company_id and m.version_id = v.id and m.person = u.id) as reminded_at
                          from controlled.version v
                          join identity.user_account u
                            on u.id in (select r.person from controlled.readers(v) r
                                        union
                                        select b.person from controlled.acknowledgement b
                                         where b.company_id = v.company_id and b.version_id = v.id)
                          left join controlled.acknowledgement a
                            on a.company_id = v.company_id and a.version_id = v.id and a.person = u.id
                         where v.company_id = :company and v.id = :version
                         order by u.display_name, u.id""")
                .param("company", currentActor.company().value())
                .param("version", version)
                .query((row, n) -> new Reader(
                        row.getObject("id", UUID.class),
                        row.getString("display_name"),
                        instant(row, "acknowledged_at"),
                        instant(row, "reminded_at")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
