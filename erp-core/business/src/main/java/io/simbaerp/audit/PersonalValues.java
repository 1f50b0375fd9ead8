package io.simbaerp.audit;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Sealing;
import io.simbaerp.architecture.Subject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The personal values of changes. The trigger that tells a change cannot encrypt, so it leaves them for the application,
 * which puts them under the person's key before the transaction ends.
 */
@Component
public class PersonalValues {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalValues.class);

    private static final String UNSEALED = """
            select event_id, person_kind, person_id, plain from audit.unsealed_value
             where company_id = :company and\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PersonKeys keys;
    private final JsonMapper json;

    PersonalValues(JdbcClient jdbc, CurrentActor currentActor, PersonKeys keys, JsonMapper json) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.keys = keys;
        this.json = json;
    }

    private record Unsealed(UUID line, Subject person, String plain) {}

    /** Puts what this transaction told under keys. */
    void sealOwn() {
        sealAll(read(UNSEALED + "work = audit.acting(5)::uuid", List.of()));
    }

    /** Puts under keys what was left by statements past the application. */
    public int sealLeft(int most) {
        List<Unsealed> left = jdbc.sql(UNSEALED + "true order by event_id limit :most")
                .param("company", company())
                .param("most", most)
                .query(PersonalValues::unsealed)
                .list();
        sealAll(left);
        return left.size();
    }

    private List<Unsealed> read(String sql, List<UUID> lines) {
        return jdbc.sql(sql)
                .param("company", company())
                .param("ids", lines.toArray(UUID[]::new))
                .query(PersonalValues::unsealed)
                .list();
    }

    private static Unsealed unsealed(ResultSet row, int n) throws SQLException {
        return new Unsealed(
                row.getObject("event_id", UUID.class),
                new Subject(row.getString("person_kind"), row.getObject("person_id", UUID.class)),
                row.getString("plain"));
    }

    private void sealAll(List<Unsealed> values) {
        if (values.isEmpty()) {
            return;
        }
        Map<Subject, PersonKeys.Kept> known = new HashMap<>();
        for (Unsealed value : values) {
            PersonKeys.Kept key = known.computeIfAbsent(value.person(), keys::of);
            jdbc.sql("""
                            insert into audit.personal_value (company_id, event_id, key_id, sealed)
                            values (:company, :line, :key, :sealed)""")
                    .param("company", company())
                    .param("line", value.line())
                    .param("key", key.id())
                    .param(
                            "sealed",
                            Sealing.seal(
                                    key.key(), value.plain().getBytes(StandardCharsets.UTF_8), context(value.line())))
                    .update();
        }
        jdbc.sql("delete from audit.unsealed_value where company_id = :company and event_id = any (:ids)")
                .param("company", company())
                .param("ids", values.stream().map(Unsealed::line).toArray(UUID[]::new))
                .update();
    }

    /** The values of these lines as JSON; a line whose key is gone is missing. */
    Map<UUID, String> of(List<UUID> lines) {
        Map<UUID, String> found = new HashMap<>();
        plain(lines).forEach((line, plain) -> {
            if (!plain.isEmpty()) {
                found.put(line, json.readTree(plain).get("values").toString());
            }
        });
        return found;
    }

    /** The same with their salt, exactly as they were hashed; empty where they were tampered with. */
    public Map<UUID, String> plain(List<UUID> lines) {
        Map<UUID, String> found = new HashMap<>();
        if (lines.isEmpty()) {
            return found;
        }
        Map<UUID, SecretKey> known = new HashMap<>();
        jdbc.sql("""
                        select v.event_id, v.sealed, k.id, k.wrapped from audit.personal_value v
                          join audit.person_key k on k.company_id = v.company_id and k.id = v.key_id
                         where v.company_id = :company and v.event_id = any (:ids) and k.wrapped is not null""")
                .param("company", company())
                .param("ids", lines.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    UUID line = row.getObject("event_id", UUID.class);
                    byte[] wrapped = row.getBytes("wrapped");
                    found.put(
                            line,
                            opened(known, row.getObject("id", UUID.class), wrapped, line, row.getBytes("sealed")));
                });
        read(UNSEALED + "event_id = any (:ids)", lines).forEach(value -> found.put(value.line(), value.plain()));
        return found;
    }

    private String opened(Map<UUID, SecretKey> known, UUID id, byte[] wrapped, UUID line, byte[] sealed) {
        try {
            SecretKey key = known.computeIfAbsent(id, missing -> keys.unwrap(missing, wrapped));
            return new String(Sealing.open(key, sealed, context(line)), StandardCharsets.UTF_8);
        } catch (IllegalStateException e) {
            LOG.error("The personal values of line {} of the audit trail do not open", line, e);
            return "";
        }
    }

    private String context(UUID line) {
        return "personal-value " + company() + " " + line;
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
