package io.simbaerp.workflow.model;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.BusinessDay;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of its own the company works by today. */
@Component
public class ModelsInForce {

    /** The newest that is in force; also used by the list of versions. */
    static final String IN_FORCE = """
            select distinct on (v.model_key) v.model_key, v.id, d.definition_id
              from workflow.model_version v
              join workflow.model_decision d on d.company_id = v.company_id and d.version_id = v.id
               and d.outcome = 'DEPLOYED'
             where v.company_id = :company and v.effective_from <= :today
             order by v.model_key, v.effective_from desc, v.number desc""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    ModelsInForce(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /** The engine's id of the company's own version; nothing if it works by the one that comes with the system. */
    public Optional<String> definition(String key) {
        return jdbc.sql("select definition_id from (" + IN_FORCE + ") f where model_key = :key")
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .param("key", key)
                .query(String.class)
                .optional();
    }
}
