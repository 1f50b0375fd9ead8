package io.simbaerp.task.timing;

import io.simbaerp.architecture.Duty;
import io.simbaerp.company.BusinessDay;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom to tell of a task, and for whom: whose it is or could be, who stands in for them, who stands above them. */
@Component
class ToldPeople {

    /** Those who may propose another model of a process answer for it. */
    private static final Duty OWNER = Duty.PROPOSE_MODEL;

    private static final String EVERYWHERE = "0||";

    /**
     * Somebody who is told.
     *
     * @param forWhom whose task it is, where it isn't theirs
     */
    record Told(UUID person, @Nullable UUID forWhom) {}

    /**
     * Everybody above who is told.
     *
     * @param top whether nobody stands above any more
     */
    record Above(List<Told> people, boolean top) {}

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final Clock clock;

    ToldPeople(JdbcClient jdbc, BusinessDay businessDay, Clock clock) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    /** For tasks that are told of together: what is asked about the same people is read once. */
    Known known() {
        return new Known();
    }

    /** What was read so far; kept no longer than one call. */
    final class Known {

        private final Map<List<Object>, List<UUID>> read = new HashMap<>();

        private Known() {}

        /** Whoever has it, else all who could take it; each with those who may do it for them today. */
        List<Told> holders(LateTask late) {
            List<UUID> holders = owners(late);
            Map<UUID, Told> told = new LinkedHashMap<>();
            holders.forEach(person -> told.put(person, new Told(person, null)));
            holders.forEach(person -> substitutes(person, lent(late), late.extent())
                    .forEach(substitute -> told.putIfAbsent(substitute, new Told(substitute, person))));
            return List.copyOf(told.values());
        }

        /** The superiors so many steps above them, with those who stand in; where the tree ends, who answers for processes. */
        Above above(LateTask late, int steps) {
            Map<UUID, Told> told = new LinkedHashMap<>();
            for (UUID person : owners(late)) {
                for (UUID superior : superior(person, steps)) {
                    told.putIfAbsent(superior, new Told(superior, person.equals(superior) ? null : person));
                    substitutes(superior, List.of(Duty.BELONG_TO_COMPANY.name()), EVERYWHERE)
                            .forEach(substitute -> told.putIfAbsent(
                                    substitute, new Told(substitute, person.equals(substitute) ? null : person)));
                }
            }
            if (!told.isEmpty()) {
                return new Above(List.copyOf(told.values()), false);
            }
            UUID holder = late.task().assignee();
            List<Told> owners = new ArrayList<>();
            candidates(List.of(OWNER.name()), EVERYWHERE)
                    .forEach(owner -> owners.add(new Told(owner, owner.equals(holder) ? null : holder)));
            return new Above(owners, true);
        }

        private List<UUID> owners(LateTask late) {
            UUID holder = late.task().assignee();
            return holder == null ? candidates(List.of(late.duties()), late.extent()) : List.of(holder);
        }

        private List<UUID> candidates(List<String> duties, String extent) {
            return read.computeIfAbsent(
                    List.of("candidates", duties, extent), key -> ToldPeople.this.candidates(duties, extent));
        }

        private List<UUID> substitutes(UUID person, List<String> duties, String extent) {
            return read.computeIfAbsent(
                    List.of("substitutes", person, duties, extent),
                    key -> ToldPeople.this.substitutes(person, duties, extent));
        }

        private List<UUID> superior(UUID person, int steps) {
            return read.computeIfAbsent(
                    List.of("superior", person, steps), key -> ToldPeople.this.superior(person, steps));
        }
    }

    /** What a substitute must have been lent: the duty it takes, or work on tasks where it is one person's alone. */
    private static List<String> lent(LateTask late) {
        List<String> duties = List.of(late.duties());
        return duties.isEmpty() ? List.of(Duty.WORK_ON_TASK.name()) : duties;
    }

    private List<UUID> candidates(List<String> duties, String extent) {
        return jdbc.sql("select * from identity.candidates(:duties, :extent, :now)")
                .param("duties", duties.toArray(String[]::new))
                .param("extent", extent)
                .param("now", now())
                .query(UUID.class)
                .list();
    }

    private List<UUID> substitutes(UUID person, List<String> duties, String extent) {
        return jdbc.sql("select * from identity.substitutes(:person, :duties, :extent, :now)")
                .param("person", person)
                .param("duties", duties.toArray(String[]::new))
                .param("extent", extent)
                .param("now", now())
                .query(UUID.class)
                .list();
    }

    /** One person or nobody. */
    private List<UUID> superior(UUID person, int steps) {
        return jdbc
                .sql("select identity.superior_above(:person, :steps, :today)")
                .param("person", person)
                .param("steps", steps)
                .param("today", businessDay.today())
                .query(UUID.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
