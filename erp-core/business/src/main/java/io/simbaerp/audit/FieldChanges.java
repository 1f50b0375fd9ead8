package io.simbaerp.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what became of each field, from the values told in the open and those under a person's key. */
@Component
class FieldChanges {

    /** Fields whose values are told to nobody. */
    private static final Set<String> SECRETS = Set.of("password-hash", "sha256");

    private static final TypeReference<Map<String, Values>> VALUES = new TypeReference<>() {};

    private final JsonMapper json;

    FieldChanges(JsonMapper json) {
        this.json = json;
    }

    /** Before and after, as the trigger writes them down. */
    record Values(@Nullable String old, @Nullable String now) {

        @JsonCreator
        Values(@JsonProperty("old") @Nullable String old, @JsonProperty("new") @Nullable String now) {
            this.old = old;
            this.now = now;
        }
    }

    /**
     * The changes of a line.
     *
     * @param plain the values told in the open, as JSON
     * @param personal the values under a person's key; null once the key is gone
     */
    List<FieldChange> of(List<String> fields, String plain, boolean hasPersonal, @Nullable String personal) {
        Map<String, Values> open = json.readValue(plain, VALUES);
        Map<String, Values> opened = personal == null ? Map.of() : json.readValue(personal, VALUES);
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            if (open.containsKey(field)) {
                changes.add(change(field, open.get(field), FieldChange.Told.PLAIN));
            } else if (opened.containsKey(field)) {
                changes.add(change(field, opened.get(field), FieldChange.Told.PERSONAL));
            } else {
                boolean disposed = hasPersonal && personal == null && !SECRETS.contains(field);
                changes.add(new FieldChange(
                        field, null, null, disposed ? FieldChange.Told.DISPOSED : FieldChange.Told.SECRET));
            }
        }
        return changes;
    }

    private static FieldChange change(String field, @Nullable Values values, FieldChange.Told told) {
        return new FieldChange(field, values == null ? null : values.old(), values == null ? null : values.now(), told);
    }
}
