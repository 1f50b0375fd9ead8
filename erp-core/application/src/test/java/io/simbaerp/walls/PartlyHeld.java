package io.simbaerp.walls;

import io.simbaerp.architecture.Duty;
import io.simbaerp.walls.Doors.Door;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Doors that answer whoever lacks one of their duties. All others refuse: a new one stands here with its reason, or asks
 * for the duty.
 */
final class PartlyHeld {

    /**
     * One of them.
     *
     * @param without the duty that may be lacking; whoever lacks another one is refused
     * @param why it answers all the same
     */
    private record Answering(String door, Duty without, String why) {}

    private static final List<Answering> ANSWERING = List.of(
            new Answering(
                    "GET /ledger/revaluations",
                    Duty.POST_JOURNAL_ENTRY,
                    "readers of the ledger see what was valued; the plan of a new one is made for whoever may post it"),
            new Answering(
                    "GET /api/v1/documents/{document}/supplier",
                    Duty.VIEW_PARTY,
                    "the supplier as the document says it; parties it might be are only suggested while it is unknown"));

    private final Set<Answering> met = new HashSet<>();

    /** 403, or 200 where all that the role lacks may be lacking here. */
    int status(Door door, Set<Duty> lacking) {
        for (Answering answering : ANSWERING) {
            if (answering.door().equals(door.toString())
                    && Set.of(answering.without()).equals(lacking)) {
                met.add(answering);
                return 200;
            }
        }
        return 403;
    }

    /** Those no role comes to: they are no more. */
    Set<String> neverMet() {
        Set<String> never = new TreeSet<>();
        ANSWERING.stream()
                .filter(answering -> !met.contains(answering))
                .forEach(answering -> never.add(answering.door() + ": " + answering.why()));
        return never;
    }
}
