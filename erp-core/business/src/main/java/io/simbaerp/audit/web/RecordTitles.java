package io.simbaerp.audit.web;

import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.FieldChange;
import io.simbaerp.audit.RecordNames;
import io.simbaerp.audit.TrailRecord;
import io.simbaerp.audit.person.PersonKeyState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names beside the ids the trail keeps: of the records it speaks of and of those a changed field points to. Who was
 * disposed of has none any more, wherever else the name may still stand.
 */
@Component
class RecordTitles {

    /** Which kind of record a field of a change points to. */
    private static final Map<String, String> POINTERS = Map.ofEntries(
            Map.entry("supplier-id", "party"),
            Map.entry("party-id", "party"),
            Map.entry("payee-id", "party"),
            Map.entry("document-id", "document"),
            Map.entry("role-id", "role"),
            Map.entry("user-id", "user"),
            Map.entry("person-id", "user"),
            Map.entry("substitute-id", "user"),
            Map.entry("superior-id", "user"),
            Map.entry("arranged-by", "user"),
            Map.entry("switched-on-by", "user"),
            Map.entry("account-id", "account"),
            Map.entry("parent-id", "account"),
            Map.entry("journal-id", "journal"),
            Map.entry("cost-centre-id", "cost-centre"),
            Map.entry("axis-id", "axis"),
            Map.entry("value-id", "axis-value"),
            Map.entry("template-id", "entry-template"));

    private final List<RecordNames> modules;
    private final PersonKeyState keys;

    RecordTitles(List<RecordNames> modules, PersonKeyState keys) {
        this.modules = modules;
        this.keys = keys;
    }

    /** The names of everything these lines speak of. */
    Map<Subject, String> of(Collection<TrailRecord> lines) {
        Set<Subject> records = new HashSet<>();
        for (TrailRecord line : lines) {
            records.add(line.subject());
            line.changes()
                    .forEach(change -> Stream.of(pointed(change, change.before()), pointed(change, change.after()))
                            .flatMap(Optional::stream)
                            .forEach(records::add));
        }
        records.removeAll(keys.disposed(records));
        Map<Subject, String> names = new HashMap<>();
        modules.forEach(module -> names.putAll(module.of(records)));
        return names;
    }

    /** The record a value of the change points to. */
    static Optional<Subject> pointed(FieldChange change, @Nullable String value) {
        String kind = POINTERS.get(change.field());
        if (kind == null || value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Subject(kind, UUID.fromString(value)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
