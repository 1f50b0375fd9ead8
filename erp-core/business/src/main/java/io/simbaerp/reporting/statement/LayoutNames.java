package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.RecordCodes;
import io.simbaerp.audit.RecordNames;
import io.simbaerp.page.RuleTexts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls the company's own layouts of statements what their page calls them; those of the system have no history. */
@Query(Duty.VIEW_AUDIT)
public class LayoutNames implements RecordNames, RecordCodes {

    private static final String KIND = "statement-layout";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final RuleTexts texts;

    LayoutNames(JdbcClient jdbc, CurrentActor currentActor, RuleTexts texts) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.texts = texts;
    }

    @Override
    public Map<Subject, String> of(Collection<Subject> records) {
        Map<Subject, String> names = new HashMap<>();
        of(KIND).forEach((name, id) ->
                names.put(new Subject(KIND, id), texts.message("reporting.layout." + name, List.of())));
        names.keySet().retainAll(records);
        return names;
    }

    @Override
    public Map<String, UUID> of(String kind) {
        Map<String, UUID> ids = new HashMap<>();
        if (kind.equals(KIND)) {
            jdbc.sql("select id, name from reporting.statement_layout where company_id = :company")
                    .param("company", currentActor.company().value())
                    .query((java.sql.ResultSet row) -> {
                        ids.put(row.getString("name"), row.getObject("id", UUID.class));
                    });
        }
        return ids;
    }
}
