package io.simbaerp.audit.web;

import static io.simbaerp.page.list.ListColumn.Kind.INSTANT;
import static io.simbaerp.page.list.ListColumn.Kind.OWN;
import static io.simbaerp.page.list.ListColumn.Kind.TEXT;
import static io.simbaerp.page.list.ListColumn.Kind.WORD;

import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.TrailVocabulary;
import io.simbaerp.page.list.ListCell;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSort;
import io.simbaerp.page.list.ListSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the audit trail's list is made of: on its page, in REST and in files. */
@Component
class TrailListing implements ListSource {

    static final String KEY = "audit-trail";

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.of("at", INSTANT, "e.at")
                    .sorted(ListSort.byUnique("e.position", ListSort.Type.NUMBER))
                    .at("w-time at-2"),
            ListColumn.of("what", OWN, "e.name").at("cutcell at-1"),
            ListColumn.of("kind", WORD, "e.subject_kind").words("audit.kind.").at("w-state desk-only"),
            ListColumn.of("changes", OWN, "coalesce(e.record, '') || ' ' || array_to_string(e.fields, ' ')")
                    .beside("e.changes::text")
                    .at("cutcell desk-only"),
            ListColumn.of("who", OWN, "e.actor").at("w-name at-3"),
            ListColumn.of("for", OWN, "e.on_behalf_of").at("w-name desk-only").onRequest(),
            ListColumn.of("channel", WORD, "e.channel").words("audit.channel.").at("w-state at-4"),
            ListColumn.of("outcome", WORD, "e.outcome").words("audit.outcome.").at("w-state desk-only"),
            ListColumn.of("address", TEXT, "e.address").at("w-number desk-only").onRequest(),
            ListColumn.of("session", TEXT, "e.session").at("w-number desk-only").onRequest(),
            ListColumn.of("reason", OWN, "e.reason")
                    .beside("e.outcome")
                    .at("w-name desk-only")
                    .onRequest(),
            ListColumn.of("record-id", TEXT, "cast(e.subject_id as text)")
                    .at("w-name desk-only")
                    .onRequest());

    private static final String DAY =
            "(cast(cast(:%s as date) + %d as timestamp) at time zone (select c.time_zone from company.company c"
                    + " where c.company_id = :company))";

    private static final List<ListFilter> FILTERS = List.of(
            ListFilter.of(
                    "who",
                    ListFilter.Kind.TEXT,
                    "e.actor = any (array(select identity.actors_called(:who)))"
                            + " or e.on_behalf_of = any (array(select identity.actors_called(:who)))"),
            cases("kind", "audit.kind.", TrailVocabulary.KINDS, "e.subject_kind = '%s'"),
            cases("field", "audit.field.", TrailVocabulary.FIELDS, "'%s' = any (e.fields)"),
            ListFilter.of("from", ListFilter.Kind.DATE, "e.at >= " + DAY.formatted("from", 0)),
            ListFilter.of("to", ListFilter.Kind.DATE, "e.at < " + DAY.formatted("to", 1)),
            ListFilter.choice("channel", "e.channel", TrailVocabulary.CHANNELS, "audit.channel."),
            ListFilter.choice("outcome", "e.outcome", List.of("DONE", "REFUSED"), "audit.outcome."),
            ListFilter.of("event", ListFilter.Kind.TEXT, "e.name = :event"),
            ListFilter.of(
                    "record",
                    ListFilter.Kind.ID,
                    "e.id in (select s.event_id from audit.event_subject s"
                            + " where s.company_id = :company and s.subject_id = :record)"));

    private static final ListDescriptor LIST = new ListDescriptor(
            KEY,
            "/audit-trail",
            Duty.VIEW_AUDIT,
            "audit.list",
            "audit.business_event e",
            "e.company_id",
            "e.id",
            null,
            null,
            "-at",
            COLUMNS,
            FILTERS);

    private final TrailWords words;

    TrailListing(TrailWords words) {
        this.words = words;
    }

    @Override
    public ListDescriptor descriptor() {
        return LIST;
    }

    @Override
    public @Nullable String tone(String column, String value) {
        return column.equals("outcome") ? value.equals("REFUSED") ? "bad" : "good" : null;
    }

    @Override
    public ListCell cell(String column, @Nullable Object value, @Nullable Object beside, UUID row) {
        if (value == null) {
            return ListCell.text("");
        }
        return switch (column) {
            case "what" -> ListCell.link(words.event(value.toString()), LIST.path() + "/" + row);
            case "changes" -> ListCell.text(words.summary(value.toString().strip(), beside));
            case "reason" -> ListCell.text(words.reason(value.toString(), String.valueOf(beside)));
            default -> ListCell.text(words.actor(value.toString()));
        };
    }

    private static ListFilter cases(String key, String words, List<String> values, String condition) {
        Map<String, String> conditions = new LinkedHashMap<>();
        values.forEach(value -> conditions.put(value, condition.formatted(value)));
        return ListFilter.oneOf(key, words, conditions);
    }
}
