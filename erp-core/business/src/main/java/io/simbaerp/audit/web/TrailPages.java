package io.simbaerp.audit.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.FieldChange;
import io.simbaerp.audit.TrailRecord;
import io.simbaerp.audit.person.PersonKeyState;
import io.simbaerp.page.Formats;
import io.simbaerp.page.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines of the trail as pages show them. */
@Component
class TrailPages {

    /** Kinds of records that are people, or may be. */
    private static final Set<String> PEOPLE = Set.of("party", "user");

    private final TrailWords words;
    private final RecordTitles titles;
    private final PersonKeyState keys;
    private final Formats formats;
    private final Permission permission;

    TrailPages(TrailWords words, RecordTitles titles, PersonKeyState keys, Formats formats, Permission permission) {
        this.words = words;
        this.titles = titles;
        this.keys = keys;
        this.formats = formats;
        this.permission = permission;
    }

    /** A field with its values in words. */
    record Field(String name, String before, String after, String told) {}

    /** A line; nothing for whom and why where nothing was said. */
    record Line(
            UUID id,
            String at,
            String what,
            String who,
            @Nullable String onBehalfOf,
            String channel,
            @Nullable String address,
            @Nullable String session,
            boolean refused,
            @Nullable String reason,
            String kind,
            UUID recordId,
            @Nullable String title,
            @Nullable String record,
            List<Field> fields) {}

    /** A line with everything that happened in the same transaction. */
    record LinePage(Line line, List<Line> together) {}

    /** The history of a record. */
    record HistoryPage(
            String kind,
            UUID id,
            @Nullable String title,
            List<Line> lines,
            @Nullable String next,
            boolean beginning,
            @Nullable Person person) {}

    /** How it stands with a person's values, and whether the reader may do something about it. */
    record Person(boolean readable, @Nullable String keptUntil, List<PersonKeyState.Hold> holds, boolean mayAct) {}

    LinePage page(TrailRecord record, List<TrailRecord> together) {
        Map<Subject, String> names =
                titles.of(Stream.concat(Stream.of(record), together.stream()).toList());
        return new LinePage(
                line(record, names),
                together.stream().map(each -> line(each, names)).toList());
    }

    HistoryPage history(String kind, UUID id, Page<TrailRecord> page, boolean beginning) {
        Map<Subject, String> names = titles.of(page.items());
        return new HistoryPage(
                kind,
                id,
                names.get(new Subject(kind, id)),
                page.items().stream().map(each -> line(each, names)).toList(),
                page.next(),
                beginning,
                beginning && PEOPLE.contains(kind) ? person(new Subject(kind, id)) : null);
    }

    private @Nullable Person person(Subject subject) {
        PersonKeyState.State state = keys.of(subject);
        return state.readable() || !state.holds().isEmpty()
                ? new Person(
                        state.readable(),
                        state.keptUntil() == null ? null : formats.date(state.keptUntil()),
                        state.holds(),
                        permission.has(Duty.ADMINISTER))
                : null;
    }

    private Line line(TrailRecord record, Map<Subject, String> names) {
        String reason = record.reason();
        return new Line(
                record.id(),
                words.moment(record.at()),
                words.event(record.event()),
                words.actor(record.actor().toString()),
                record.onBehalfOf() == null
                        ? null
                        : words.actor(record.onBehalfOf().toString()),
                record.source().channel(),
                record.source().address(),
                record.source().session(),
                record.outcome().equals("REFUSED"),
                reason == null ? null : words.reason(reason, record.outcome()),
                record.subject().kind(),
                record.subject().id(),
                names.get(record.subject()),
                record.record() == null ? null : words.record(record.record()),
                record.changes().stream().map(change -> field(change, names)).toList());
    }

    private Field field(FieldChange change, Map<Subject, String> names) {
        return new Field(
                words.field(change.field()),
                value(change, change.before(), names),
                value(change, change.after(), names),
                change.told().name());
    }

    private String value(FieldChange change, @Nullable String value, Map<Subject, String> names) {
        return RecordTitles.pointed(change, value).map(names::get).orElseGet(() -> words.value(change.field(), value));
    }
}
