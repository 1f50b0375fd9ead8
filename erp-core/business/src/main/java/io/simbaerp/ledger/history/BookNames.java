package io.simbaerp.ledger.history;

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
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls accounts, journals, cost centres, axes and what is kept of them by their codes and names. */
@Query(Duty.VIEW_AUDIT)
public class BookNames implements RecordNames, RecordCodes {

    private static final String RECORDS = """
            select 'account' as kind, id, code, case when :polish then name_pl else name_en end as name
              from ledger.account where company_id = :company
            union all
            select 'journal', id, code, case when :polish then name_pl else name_en end
              from ledger.journal where company_id = :company
            union all
            select 'cost-centre', id, code, case when :polish then name_pl else name_en end
              from ledger.cost_centre where company_id = :company
            union all
            select 'axis', id, code, case when :polish then name_pl else name_en end
              from ledger.axis where company_id = :company
            union all
            select 'axis-value', id, number, case when :polish then name_pl else name_en end
              from ledger.axis_value where company_id = :company
            union all
            select 'distribution', id, code, case when :polish then name_pl else name_en end
              from ledger.distribution where company_id = :company
            union all
            select 'entry-template', id, code, name from ledger.entry_template where company_id = :company""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    BookNames(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public Map<Subject, String> of(Collection<Subject> records) {
        Map<Subject, String> names = new HashMap<>();
        asked("id = any (:ids)")
                .param("ids", records.stream().map(Subject::id).toArray(UUID[]::new))
                .query((java.sql.ResultSet row) -> {
                    names.put(
                            new Subject(row.getString("kind"), row.getObject("id", UUID.class)),
                            row.getString("code") + " " + row.getString("name"));
                });
        names.keySet().retainAll(records);
        return names;
    }

    @Override
    public Map<String, UUID> of(String kind) {
        Map<String, UUID> ids = new HashMap<>();
        asked("kind = :kind").param("kind", kind).query((java.sql.ResultSet row) -> {
            ids.put(row.getString("code"), row.getObject("id", UUID.class));
        });
        return ids;
    }

    private JdbcClient.StatementSpec asked(String which) {
        return jdbc.sql("select kind, id, code, name from (" + RECORDS + ") as record where " + which)
                .param("company", currentActor.company().value())
                .param("polish", LocaleContextHolder.getLocale().getLanguage().equals("pl"));
    }
}
