package io.simbaerp.task.web;

import io.simbaerp.page.list.ListWalk;
import io.simbaerp.task.reading.InboxConditions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The desk's list by due time: for each duty of the reader the first of its candidates, the first of what they or their
 * people have taken, and what they handed on or watch, each from an index. So a page costs as much at a million tasks as at a thousand.
 */
final class TaskWalk implements ListWalk {

    /** These find few rows by indexes of their own, by which the list is read then. */
    private static final Set<String> FEW = Set.of("party", "document");

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

    private static final String OF_PEOPLE = """
            select f.id from identity.people_below(cast(:own as uuid), :today) b
             cross join lateral (
                   select t.id from task.task t
                    where t.company_id = :company and t.assignee = b.person and t.state = '%s'%s
                    order by t.sort_at %s, t.id %s
                    limit :limit) f""";

    private static final String SUBSTITUTED = """
            select f.id from identity.task_substituted(cast(:own as uuid), :today) s
             cross join lateral (
                   select t.id from task.task t
                    where t.company_id = :company and t.assignee = s.person and t.state = '%s'
                      and simba.reaches(array[s.reach], 'TASK', t.extent)%s
                    order by t.sort_at %s, t.id %s
                    limit :limit) f""";

    private static final String ONE_BY_ONE = """
            select i.id from (%s) i
             cross join lateral (
                   select from task.task t
                    where t.company_id = :company and t.id = i.id and t.state = '%s' and %s%s offset 0) f""";

    @Override
    public @Nullable String ids(Asked asked) {
        String state = only(asked.filters().get("state"));
        List<String> views = asked.filters().getOrDefault("view", List.of(""));
        boolean byFew = asked.searched() || asked.filters().keySet().stream().anyMatch(FEW::contains);
        if (state == null || views.size() != 1 || byFew || !asked.sort().equals("due")) {
            return null;
        }
        String stored = state.equals("open") ? "OPEN" : "DONE";
        return switch (views.get(0)) {
            case "mine" -> mine(asked, stored);
            // A task of two of the reader's duties is found by both.
            case "group" -> "select distinct id from (" + candidates(asked, stored, false) + ") g";
            case "all" -> candidates(asked, stored, false) + " union " + taken(asked, stored, TAKEN, "");
            case "people" -> taken(asked, stored, OF_PEOPLE, "");
            case "delegated" -> oneByOne(asked, stored, InboxConditions.DELEGATED_IDS);
            case "watched" -> oneByOne(asked, stored, InboxConditions.WATCHED_IDS);
            case "" ->
                String.join(
                        " union ",
                        candidates(asked, stored, false),
                        taken(asked, stored, TAKEN, ""),
                        taken(asked, stored, OF_PEOPLE, ""),
                        taken(asked, stored, SUBSTITUTED, ""),
                        oneByOne(asked, stored, InboxConditions.WATCHED_IDS));
            default -> null;
        };
    }

    private static String mine(Asked asked, String stored) {
        String taken = taken(asked, stored, TAKEN, " and not " + TaskListing.DECIDED);
        return stored.equals("DONE")
                ? taken
                : candidates(asked, stored, true) + " union "
                        + taken(asked, stored, SUBSTITUTED, " and not " + TaskListing.DECIDED) + " union " + taken;
    }

    /** What the views say of who has a task is said by the index already. */
    private static String taken(Asked asked, String state, String by, String further) {
        String conditions = further + conditions(asked, Set.of("state", "view")) + beyond(asked, "t.sort_at", "t.id");
        return by.formatted(state, conditions, direction(asked), direction(asked));
    }

    private static String oneByOne(Asked asked, String state, String ids) {
        return ONE_BY_ONE.formatted(
                ids,
                state,
                InboxConditions.SEEN,
                conditions(asked, Set.of("state")) + beyond(asked, "t.sort_at", "t.id"));
    }

    private static String direction(Asked asked) {
        return asked.falling() ? "desc" : "asc";
    }

    private static String candidates(Asked asked, String state, boolean mine) {
        // What the row of the candidate says itself needs no look at the task.
        String conditions = conditions(asked, Set.of("state", "view"));
        return CANDIDATES.formatted(
                conditions.isEmpty() ? "" : LOOK.formatted(conditions),
                state,
                (mine ? " and c.free" : "") + beyond(asked, "c.sort_at", "c.task_id"),
                direction(asked),
                direction(asked));
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
