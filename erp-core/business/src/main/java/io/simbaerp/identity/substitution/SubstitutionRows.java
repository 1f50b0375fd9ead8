package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads substitutions of one person, from either side. */
@Component
class SubstitutionRows {

    /** What is over stays in sight that far back. */
    private static final int MOST = 100;

    private static final String SELECT = """
            select s.*, p.display_name as person_name, u.display_name as substitute_name, b.display_name as arranged_by_name,
                   case when s.ended_at is not null then 'ENDED'
                        when s.last_day < identity.today(:now) then 'OVER'
                        when s.first_day > identity.today(:now) then 'COMING'
                        when s.mode = 'TASKS' or exists (select from identity.lent(s.substitute_id, s.person_id, :now)) then 'WORKS'
                        else 'STOPPED' end as state
              from identity.substitution s
              join identity.user_account p on p.id = s.person_id
              join identity.user_account u on u.id = s.substitute_id
              left join identity.user_account b on b.id = s.arranged_by
             where s.company_id = :company and (s.person_id = :reader or s.substitute_id = :reader)
             order by s.ended_at is not null or s.last_day < identity.today(:now), s.first_day desc, s.id desc
             limit :most""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    SubstitutionRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What runs first, then the latest. */
    List<SubstitutionView> of(UUID person) {
        return jdbc.sql(SELECT)
                .param("company", currentActor.company().value())
                .param("reader", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(SubstitutionRows::view)
                .list();
    }

    private static SubstitutionView view(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new SubstitutionView(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                row.getObject("substitute_id", UUID.class),
                row.getString("substitute_name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("amount_limit", Long.class),
                row.getString("reason"),
                row.getString("arranged_by_name"),
                SubstitutionMode.valueOf(row.getString("mode")),
                List.of((String[]) row.getArray("document_types").getArray()),
                SubstitutionView.State.valueOf(row.getString("state")),
                ended == null ? null : ended.toInstant());
    }
}
