package io.simbaerp.task.web;

import io.simbaerp.page.list.ListWalk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The desk's list by due time: for each duty of the reader the first of its candidates, and the first of what they have
 * taken, each from an index. So a page costs as much at a million tasks as at a thousand.
 */
final class TaskWalk implements ListWalk {

    /** These find few rows by indexes of their own, by which the list is read then. */
    private static final Set<String> FEW = Set.of("party", "document");

    /** What else is seen, such as one's people's, is few by conditions of its own. */
    private static final Set<String> WALKED = Set.of("mine", "group", "all");

    private static final String CANDIDATES = """
            select f.id from unnest(cast(:duties as text[])) d (duty)
             cross join lateral (
                   select c.task_id as id from task.task_candidate c%s
                    where c.company_id = :company and c.duty = d.duty and c.state = '%s'
                      and (not :limited or simba.reaches(cast(:grants as text[]), c.duty, c.extent))%s
                    order by c.sort_at %s, c.task_id %s
                    limit :limit) f""";

    /** Offset 0 keeps it a look at one task after the other: a server that counts too few would read them all and sort. */
    private static final String LOOK = """

                    cross join lateral (
                          select from task.task t
                           where t.company_id = c.company_id and t.id = c.task_id%s offset 0) looked""";

    private static final String TAKEN = """
            select f.id from (
                   select t.id from task.task t
                    where t.company_id = :company and t.assignee = :person and t.state = '%s'%s
                    order by t.sort_at %s, t.id %s
                    limit :limit) f""";

    @Override
    public @Nullable String ids(Asked asked) {
        String state = only(asked.filters().get("state"));
        String view = only(asked.filters().get("view"));
        boolean byFew = asked.searched() || asked.filters().keySet().stream().anyMatch(FEW::contains);
        if (state == null
                || view == null
                || !WALKED.contains(view)
                || byFew
                || !asked.sort().equals("due")) {
            return null;
        }
        String direction = asked.falling() ? "desc" : "asc";
        String stored = state.equals("open") ? "OPEN" : "DONE";
        String taken = TAKEN.formatted(
                stored, conditions(asked, Set.of("state")) + beyond(asked, "t.sort_at", "t.id"), direction, direction);
        boolean mine = view.equals("mine");
        if (mine && stored.equals("DONE")) {
            return taken;
        }
        String candidates = candidates(asked, stored, mine, direction);
        // A task of two of the reader's duties is found by both.
        return view.equals("group") ? "select distinct id from (" + candidates + ") g" : candidates + " union " + taken;
    }

    private static String candidates(Asked asked, String state, boolean mine, String direction) {
        // What the row of the candidate says itself needs no look at the task.
        String conditions = conditions(asked, Set.of("state", "view"));
        return CANDIDATES.formatted(
                conditions.isEmpty() ? "" : LOOK.formatted(conditions),
                state,
                (mine ? " and c.free" : "") + beyond(asked, "c.sort_at", "c.task_id"),
                direction,
                direction);
    }

    /** The filters but those that are said otherwise. */
    private static String conditions(Asked asked, Set<String> but) {
        return asked.conditions().entrySet().stream()
                .filter(one -> !but.contains(one.getKey()))
                .map(one -> " and " + one.getValue())
                .collect(Collectors.joining());
    }

    /** Where the page before ended. */
    private static String beyond(Asked asked, String sortAt, String id) {
        return asked.after()
                ? " and (%s, %s) %s (cast(:afterValue as timestamptz), :afterId)"
                        .formatted(sortAt, id, asked.falling() ? "<" : ">")
                : "";
    }

    private static @Nullable String only(@Nullable List<String> values) {
        return values == null || values.size() != 1 ? null : values.get(0);
    }
}
