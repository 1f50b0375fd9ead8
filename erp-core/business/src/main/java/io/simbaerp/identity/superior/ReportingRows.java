package io.simbaerp.identity.superior;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads lines of reporting. */
@Component
class ReportingRows {

    private static final String SELECT = """
            select l.id, l.person_id, p.display_name as person_name, l.from_day, l.superior_id,
                   s.display_name as superior_name,
                   l.from_day = (select max(present.from_day) from identity.reporting_line present
                                  where present.company_id = l.company_id and present.person_id = l.person_id
                                    and present.from_day <= :today) as present
              from identity.reporting_line l
              join identity.user_account p on p.id = l.person_id
              left join identity.user_account s on s.id = l.superior_id
             where l.company_id = :company""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    ReportingRows(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /** Of one person, the latest day first. */
    List<ReportingLineView> of(UUID person) {
        return jdbc.sql(SELECT + " and l.person_id = :person order by l.from_day desc")
                .param("today", businessDay.today())
                .param("company", currentActor.company().value())
                .param("person", person)
                .query(ReportingRows::view)
                .list();
    }

    /** Everybody who reports to the person today, directly or over others, by name. */
    List<ReportingLineView> below(UUID superior) {
        return jdbc.sql(
                        "select * from (" + SELECT + ") present where present.present and present.person_id in"
                                + " (select person from identity.people_below(:superior, :today)) order by person_name, person_id")
                .param("today", businessDay.today())
                .param("company", currentActor.company().value())
                .param("superior", superior)
                .query(ReportingRows::view)
                .list();
    }

    private static ReportingLineView view(ResultSet row, int number) throws SQLException {
        return new ReportingLineView(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("superior_id", UUID.class),
                row.getString("superior_name"),
                row.getBoolean("present"));
    }
}
