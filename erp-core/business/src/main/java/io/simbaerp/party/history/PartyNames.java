package io.simbaerp.party.history;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.RecordNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partners are called, for whoever reads the audit trail. */
@Query(Duty.VIEW_AUDIT)
public class PartyNames implements RecordNames {

    private static final String KIND = "party";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    PartyNames(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public Map<Subject, String> of(Collection<Subject> records) {
        Map<Subject, String> names = new HashMap<>();
        jdbc.sql("select id, name from party.party where company_id = :company and id = any (:ids)")
                .param("company", currentActor.company().value())
                .param(
                        "ids",
                        records.stream()
                                .filter(record -> record.kind().equals(KIND))
                                .map(Subject::id)
                                .toArray(UUID[]::new))
                .query((java.sql.ResultSet row) -> {
                    names.put(new Subject(KIND, row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }
}
