package io.simbaerp.identity.role;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.RecordNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and their roles are called, for whoever reads the audit trail. */
@Query(Duty.VIEW_AUDIT)
public class RoleNames implements RecordNames {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    RoleNames(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public Map<Subject, String> of(Collection<Subject> records) {
        Map<Subject, String> names = new HashMap<>();
        boolean polish = LocaleContextHolder.getLocale().getLanguage().equals("pl");
        jdbc.sql("""
                        select 'user' as kind, id, display_name as name from identity.user_account where id = any (:ids)
                        union all
                        select 'role', id, case when :polish then name_pl else name_en end from identity.role
                         where company_id = :company and id = any (:ids)""")
                .param("company", currentActor.company().value())
                .param("polish", polish)
                .param("ids", records.stream().map(Subject::id).toArray(UUID[]::new))
                .query((java.sql.ResultSet row) -> {
                    names.put(
                            new Subject(row.getString("kind"), row.getObject("id", UUID.class)), row.getString("name"));
                });
        names.keySet().retainAll(records);
        return names;
    }
}
