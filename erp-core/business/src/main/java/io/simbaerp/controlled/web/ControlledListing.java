package io.simbaerp.controlled.web;

import static io.simbaerp.page.list.ListColumn.Kind.DATE;
import static io.simbaerp.page.list.ListColumn.Kind.LINK;
import static io.simbaerp.page.list.ListColumn.Kind.NUMBER;
import static io.simbaerp.page.list.ListColumn.Kind.TEXT;
import static io.simbaerp.page.list.ListColumn.Kind.WORD;

import io.simbaerp.architecture.Duty;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.Standing;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSort;
import io.simbaerp.page.list.ListSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of controlled documents is made of: each with the version in force, else its newest. */
@Component
class ControlledListing implements ListSource {

    static final String KEY = "controlled-documents";

    private static final String FROM = """
            controlled.document d
            join controlled.version s on s.company_id = d.company_id and s.id = coalesce(
                controlled.in_force(d.company_id, d.id, :today),
                (select v.id from controlled.version v where v.company_id = d.company_id and v.controlled_id = d.id
                  order by v.state = 'PUBLISHED' desc, v.created_at desc, v.id desc limit 1))""";

    /** Who neither writes nor reviews sees what is published. */
    private static final String SEEN = "(s.state = 'PUBLISHED' or cast(:duties as text[])"
            + " && array['WRITE_CONTROLLED_DOCUMENT', 'REVIEW_CONTROLLED_DOCUMENT'])";

    private static final String STANDING = "controlled.standing(s, :today)";
    private static final String REVIEW_ON =
            "case when controlled.standing(s, :today) = 'IN_FORCE' then controlled.review_on(s) end";
    private static final String READ = """
            (select case when count(*) > 0 then count(a.id) || ' / ' || count(*) end
               from controlled.readers(s) r
               left join controlled.acknowledgement a
                 on a.company_id = s.company_id and a.version_id = s.id and a.person = r.person
              where s.state = 'PUBLISHED')""";
    /** As the page of what waits for its reader counts: the newest published version, also one that comes into force later. */
    private static final String MINE = """
            not exists (select from controlled.withdrawal w where w.company_id = d.company_id and w.controlled_id = d.id)
            and exists (
                select from controlled.version n
                 where n.company_id = d.company_id and n.controlled_id = d.id and n.state = 'PUBLISHED'
                   and n.number = (select max(o.number) from controlled.version o
                                    where o.company_id = d.company_id and o.controlled_id = d.id and o.state = 'PUBLISHED')
                   and exists (select from controlled.readers(n) r where r.person = :person)
                   and not exists (select from controlled.acknowledgement a
                                    where a.company_id = n.company_id and a.version_id = n.id and a.person = :person))""";

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.of("number", LINK, "d.number")
                    .sorted(ListSort.byUnique("d.number", ListSort.Type.TEXT))
                    .at("w-number at-3"),
            ListColumn.of("title", TEXT, "s.title").at("cutcell at-1"),
            ListColumn.of("standing", WORD, STANDING)
                    .words("controlled.standing.")
                    .at("w-state at-2"),
            ListColumn.of("kind", WORD, "s.kind").words("controlled.kind.").at("desk-only"),
            ListColumn.of("version", NUMBER, "s.number").at("desk-only"),
            ListColumn.of("effective", DATE, "s.effective_from").at("w-date desk-only"),
            ListColumn.of("review", DATE, REVIEW_ON).at("w-date desk-only"),
            ListColumn.of("read", TEXT, READ).at("desk-only"));

    private static final List<ListFilter> FILTERS = List.of(
            ListFilter.choice("kind", "s.kind", names(ControlledKind.values()), "controlled.kind."),
            ListFilter.choice("standing", STANDING, names(Standing.values()), "controlled.standing."),
            ListFilter.oneOf(
                    "work",
                    "controlled.work.",
                    java.util.Map.of("to-read", MINE, "review-due", REVIEW_ON + " <= :today")),
            ListFilter.of("reviewTo", ListFilter.Kind.DATE, REVIEW_ON + " <= :reviewTo"));

    /** Documents are some hundreds at most: they are looked through. */
    private static final String SEARCH =
            "position(simba.fold(:text) in simba.fold(d.number || ' ' || s.title || ' ' || coalesce(s.body, ''))) > 0";

    private static final ListDescriptor LIST = new ListDescriptor(
            KEY,
            "/controlled-documents",
            Duty.BELONG_TO_COMPANY,
            "controlled.list",
            FROM,
            "d.company_id",
            "d.id",
            SEEN,
            SEARCH,
            "-number",
            COLUMNS,
            FILTERS);

    @Override
    public ListDescriptor descriptor() {
        return LIST;
    }

    @Override
    public @Nullable String tone(String column, String value) {
        return column.equals("standing") ? ControlledPages.tone(Standing.valueOf(value)) : null;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
