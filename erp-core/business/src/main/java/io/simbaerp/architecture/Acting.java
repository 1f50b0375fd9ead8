package io.simbaerp.architecture;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody acting for one company with the duties held there. Everything that happens, happens inside one of these.
 *
 * @param duties what the actor may do in this company at this moment
 * @param limits how far; a duty held without an entry reaches everywhere, several entries each open their own part
 * @param onBehalfOf for whom a person acts; what either of them did before then counts for both
 */
public record Acting(
        Actor actor,
        CompanyId company,
        Set<Duty> duties,
        Map<Duty, List<DutyLimit>> limits,
        @Nullable UUID onBehalfOf) {

    /** What a process, a route or the system sees. */
    private static final String ALL = "*";

    public Acting {
        duties = duties.isEmpty() ? Set.of() : Set.copyOf(duties);
        limits = Map.copyOf(limits);
    }

    /** With duties that reach everywhere, in the own name. */
    public Acting(Actor actor, CompanyId company, Set<Duty> duties) {
        this(actor, company, duties, Map.of(), null);
    }

    /** The system's own job, with every duty. */
    public static Acting system(String job, CompanyId company) {
        return new Acting(Actor.system(job), company, EnumSet.allOf(Duty.class));
    }

    /** The same with other duties. */
    public Acting with(Set<Duty> others) {
        return new Acting(actor, company, others, limits, onBehalfOf);
    }

    /** The same for somebody else. */
    public Acting onBehalfOf(UUID person) {
        return new Acting(actor, company, duties, limits, person);
    }

    public boolean may(Duty duty) {
        return duties.contains(duty);
    }

    /** Whether the duty is held and reaches so far. */
    public boolean may(Duty duty, Extent extent) {
        List<DutyLimit> reach = limits.get(duty);
        return may(duty) && (reach == null || reach.stream().anyMatch(limit -> limit.covers(extent)));
    }

    /** The people who act: the person and whom they act for. */
    public List<UUID> people() {
        return Stream.concat(actor.userId().stream(), Stream.ofNullable(onBehalfOf))
                .distinct()
                .toList();
    }

    /** For whom a person acts, as text of an actor; nothing in the own name. */
    public @Nullable String forWhom() {
        return onBehalfOf == null ? null : Actor.person(onBehalfOf).toString();
    }

    /** Whether one of these, as text of actors, is among the people who act. */
    public boolean isAnyOf(@Nullable String... actors) {
        return people().stream().map(person -> Actor.person(person).toString()).anyMatch(person -> Arrays.asList(actors)
                .contains(person));
    }

    /** Whose work it is: of the person acted for, else the actor's own; nobody's where no person acts. */
    public Optional<UUID> principal() {
        return Optional.ofNullable(onBehalfOf).or(actor::userId);
    }

    /** The person in their own name; nobody while they act for somebody else. */
    public Optional<UUID> self() {
        return onBehalfOf == null ? actor.userId() : Optional.empty();
    }

    /** The duties by which confidential documents are seen, as the walls in the database read them; all for a process. */
    public String sees() {
        return actor.kind() == Actor.Kind.PERSON
                ? Duty.ofSight().stream()
                        .filter(duties::contains)
                        .map(Duty::name)
                        .collect(Collectors.joining(","))
                : ALL;
    }

    /** The duties and how far they reach, as {@code simba.reaches} in the database reads them. */
    public String[] grants() {
        return duties.stream()
                .flatMap(duty -> limits.getOrDefault(duty, List.of(DutyLimit.NONE)).stream()
                        .map(limit -> limit.granted(duty)))
                .toArray(String[]::new);
    }
}
