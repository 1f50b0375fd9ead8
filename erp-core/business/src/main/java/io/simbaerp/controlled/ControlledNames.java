package io.simbaerp.controlled;

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

/** Calls controlled documents by their numbers. */
@Query(Duty.VIEW_AUDIT)
public class ControlledNames implements RecordNames {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ControlledNames(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public Map<Subject, String> of(Collection<Subject> records) {
        Map<Subject, String> names = new HashMap<>();
        jdbc.sql("select id, number from controlled.document where company_id = :company and id = any (:ids)")
                .param("company", currentActor.company().value())
                .param("ids", records.stream().map(Subject::id).toArray(UUID[]::new))
                .query((java.sql.ResultSet row) -> {
                    names.put(
                            new Subject("controlled-document", row.getObject("id", UUID.class)),
                            row.getString("number"));
                });
        names.keySet().retainAll(records);
        return names;
    }
}
