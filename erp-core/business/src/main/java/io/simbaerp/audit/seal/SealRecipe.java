package io.simbaerp.audit.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recipe 1 of hashing the trail, described in docs/concepts/audit-trail.md so that anybody can repeat it: SHA-256 over
 * JSON without blanks whose names are sorted and whose values are all text; what is null is left out.
 */
final class SealRecipe {

    static final int VERSION = 1;

    /** The columns a line is hashed from, in the form recipe 1 takes them. */
    static final String LINE = """
            e.position, e.id, e.at, e.actor, e.on_behalf_of, e.name, e.outcome, e.subject_kind, e.subject_id, e.work,
            e.channel, e.address, e.session, e.reason, e.record, array_to_string(e.fields, ',') fields,
            e.changes::text changes, e.personal_hash""";

    private static final List<String> TEXTS = List.of(
            "position",
            "id",
            "actor",
            "on_behalf_of",
            "name",
            "outcome",
            "subject_kind",
            "subject_id",
            "work",
            "channel",
            "address",
            "session",
            "reason",
            "record",
            "fields");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final MessageDigest lines = sha256();

    /** The hash of a line. */
    static byte[] line(String company, ResultSet row) throws SQLException {
        Map<String, Object> values = new TreeMap<>();
        values.put("company", company);
        for (String column : TEXTS) {
            put(values, column, row.getString(column));
        }
        put(
                values,
                "at",
                row.getObject("at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant()
                        .toString());
        String changes = row.getString("changes");
        if (changes != null) {
            values.put("changes", JSON.readValue(changes, TreeMap.class));
        }
        byte[] personal = row.getBytes("personal_hash");
        put(values, "personal_hash", personal == null ? null : HexFormat.of().formatHex(personal));
        return hash(values);
    }

    private static void put(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** Takes the next line, in the order of their places. */
    void add(byte[] line) {
        lines.update(line);
    }

    /** The hash over the hashes of all lines taken. */
    byte[] root() {
        return lines.digest();
    }

    /** The hash of a seal. */
    static byte[] seal(
            String company, int number, String positions, long count, byte[] root, byte @Nullable [] previous) {
        Map<String, Object> values = new TreeMap<>();
        values.put("company", company);
        values.put("number", String.valueOf(number));
        values.put("recipe", String.valueOf(VERSION));
        values.put("positions", positions);
        values.put("lines", String.valueOf(count));
        values.put("root", HexFormat.of().formatHex(root));
        put(values, "previous", previous == null ? null : HexFormat.of().formatHex(previous));
        return hash(values);
    }

    private static byte[] hash(Map<String, Object> values) {
        return sha256().digest(JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
