package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.RecordCodes;
import io.simbaerp.audit.RecordNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls tax codes by their codes; of several meanings over time, the code leads to the latest. */
@Query(Duty.VIEW_AUDIT)
public class TaxCodeNames implements RecordNames, RecordCodes {

    static final String KIND = "tax-code";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    TaxCodeNames(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public Map<Subject, String> of(Collection<Subject> records) {
        Map<Subject, String> names = new HashMap<>();
        jdbc.sql("select id, code from tax.tax_code where company_id = :company and id = any (:ids)")
                .param("company", currentActor.company().value())
                .param("ids", records.stream().map(Subject::id).toArray(UUID[]::new))
                .query((java.sql.ResultSet row) -> {
                    names.put(new Subject(KIND, row.getObject("id", UUID.class)), row.getString("code"));
                });
        names.keySet().retainAll(records);
        return names;
    }

    @Override
    public Map<String, UUID> of(String kind) {
        Map<String, UUID> ids = new HashMap<>();
        if (kind.equals(KIND)) {
            jdbc.sql("select id, code from tax.tax_code where company_id = :company order by valid_from")
                    .param("company", currentActor.company().value())
                    .query((java.sql.ResultSet row) -> {
                        ids.put(row.getString("code"), row.getObject("id", UUID.class));
                    });
        }
        return ids;
    }
}
