package io.simbaerp.audit;

import io.simbaerp.architecture.CurrentActor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The personal values of changes. */
@Component
class PersonalValues {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final JsonMapper json;

    PersonalValues(JdbcClient jdbc, CurrentActor currentActor, JsonMapper json) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.json = json;
    }

    /** The values of these lines as JSON; a line whose key is gone is missing. */
    Map<UUID, String> of(List<UUID> lines) {
        Map<UUID, String> found = new HashMap<>();
        if (lines.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        "select event_id, plain from audit.unsealed_value where company_id = :company and event_id = any (:ids)")
                .param("company", currentActor.company().value())
                .param("ids", lines.toArray(UUID[]::new))
                .query((java.sql.ResultSet row) -> {
                    found.put(row.getObject("event_id", UUID.class), values(row.getString("plain")));
                });
        return found;
    }

    private String values(String plain) {
        return json.readTree(plain).get("values").toString();
    }
}
