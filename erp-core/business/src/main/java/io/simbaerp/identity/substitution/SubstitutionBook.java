package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.identity.role.GrantLimits;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who acts for whom, whoever arranges it: the rules are the same. */
@Component
class SubstitutionBook {

    private static final int LONGEST_REASON = 300;

    /** What limits tell apart, as the extents of acts name it. */
    static final List<String> TYPES = List.of("purchase-invoice", "credit-note", "payment-run", "journal-entry");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SubstitutionBook(
            JdbcClient jdbc,
            CurrentActor currentActor,
            BusinessDay businessDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The new substitution's id.
     *
     * @param by who arranges it, the person or somebody for them
     */
    UUID add(UUID person, UUID by, SubstitutionDraft draft) {
        Arranged arranged = arranged(person, draft);
        lock(person);
        requireNoOther(person, arranged.substitute(), arranged.first(), arranged.last());
        if (arranged.mode() == SubstitutionMode.WORK) {
            requireNoConflict(person, arranged.substitute());
        }
        UUID id = NewId.at(clock);
        store(id, person, by, arranged);
        events.publishEvent(new SubstitutionArranged(
                currentActor.company(), currentActor.actor(), clock.instant(), person, arranged.substitute()));
        return id;
    }

    /** What was asked for, checked. */
    private record Arranged(
            UUID substitute,
            LocalDate first,
            LocalDate last,
            @Nullable Long upTo,
            String reason,
            SubstitutionMode mode,
            String[] types) {}

    private Arranged arranged(UUID person, SubstitutionDraft draft) {
        UUID substitute = substitute(draft, person);
        LocalDate first = required("firstDay", draft.firstDay());
        LocalDate last = required("lastDay", draft.lastDay());
        requireDays(first, last);
        return new Arranged(
                substitute,
                first,
                last,
                GrantLimits.of(draft.upTo(), null, null).hundredths(),
                reason(draft.reason()),
                Objects.requireNonNullElse(draft.mode(), SubstitutionMode.WORK),
                types(draft));
    }

    private void store(UUID id, UUID person, UUID by, Arranged arranged) {
        jdbc.sql("""
                        insert into identity.substitution (company_id, id, person_id, substitute_id, first_day, last_day,
                                                           amount_limit, reason, made_at, arranged_by, mode,
                                                           document_types)
                        values (:company, :id, :person, :substitute, :first, :last, :upTo, :reason, :now, :by, :mode,
                                :types)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("person", person)
                .param("substitute", arranged.substitute())
                .param("first", arranged.first())
                .param("last", arranged.last())
                .param("upTo", arranged.upTo(), Types.BIGINT)
                .param("reason", arranged.reason())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.equals(person) ? null : by, Types.OTHER)
                .param("mode", arranged.mode().name())
                .param("types", arranged.types())
                .update();
    }

    /** Ends one at once. */
    void end(SubstitutionView ended) {
        int rows = !ended.running()
                ? 0
                : jdbc.sql("""
                        update identity.substitution set ended_by = :by, ended_at = :now
                         where company_id = :company and id = :id and ended_at is null""")
                        .param("by", currentActor.actor().toString())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("company", currentActor.company().value())
                        .param("id", ended.id())
                        .update();
        if (rows == 0) {
            throw new RuleViolation("substitution.over");
        }
        events.publishEvent(new SubstitutionEnded(
                currentActor.company(), currentActor.actor(), clock.instant(), ended.person(), ended.substitute()));
    }

    private UUID substitute(SubstitutionDraft draft, UUID person) {
        UUID substitute = draft.substitute();
        if (substitute == null) {
            throw RuleViolation.ofField("substitute", "substitution.substitute-missing");
        }
        if (substitute.equals(person)) {
            throw RuleViolation.ofField("substitute", "substitution.oneself");
        }
        requireColleague(substitute);
        return substitute;
    }

    /** @throws NotFound of anybody who doesn't work here */
    void requireColleague(UUID user) {
        boolean colleague = jdbc.sql("""
                        select exists (select from identity.membership m
                                         join identity.user_account u on u.id = m.user_id and u.active
                                        where m.company_id = :company and m.user_id = :user)""")
                .param("company", currentActor.company().value())
                .param("user", user)
                .query(Boolean.class)
                .single();
        if (!colleague) {
            throw new NotFound("user", user);
        }
    }

    private static LocalDate required(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw RuleViolation.ofField(field, "substitution.day-missing");
        }
        return day;
    }

    private void requireDays(LocalDate first, LocalDate last) {
        if (first.isBefore(businessDay.today())) {
            throw RuleViolation.ofField("firstDay", "substitution.day-past", first);
        }
        if (last.isBefore(first)) {
            throw RuleViolation.ofField("lastDay", "substitution.days-turned");
        }
        if (last.isAfter(first.plusYears(1))) {
            throw RuleViolation.ofField("lastDay", "substitution.too-long");
        }
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "substitution.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "substitution.reason-too-long", LONGEST_REASON);
        }
        return reason.strip();
    }

    private static String[] types(SubstitutionDraft draft) {
        List<String> types = Objects.requireNonNullElse(draft.documentTypes(), List.of());
        types.stream()
                .filter(type -> type == null || !TYPES.contains(type))
                .map(String::valueOf)
                .findFirst()
                .ifPresent(unknown -> {
                    throw RuleViolation.ofField("documentTypes", "substitution.type-unknown", unknown);
                });
        return types.stream().distinct().sorted().toArray(String[]::new);
    }

    /** Of two at once the second one waits and then sees the first. */
    private void lock(UUID person) {
        jdbc.sql("select 1 from identity.user_account where id = ? for update")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private void requireNoOther(UUID person, UUID substitute, LocalDate first, LocalDate last) {
        boolean there = jdbc.sql("""
                        select exists (select from identity.substitution
                                        where company_id = :company and person_id = :person
                                          and substitute_id = :substitute and ended_at is null
                                          and first_day <= :last and last_day >= :first)""")
                .param("company", currentActor.company().value())
                .param("person", person)
                .param("substitute", substitute)
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
        if (there) {
            throw RuleViolation.ofField("firstDay", "substitution.already");
        }
    }

    private void requireNoConflict(UUID person, UUID substitute) {
        int conflicts = jdbc.sql("select count(*) from identity.conflicts_of_substitute(?, ?, ?)")
                .params(substitute, person, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        if (conflicts > 0) {
            throw RuleViolation.ofField("substitute", "substitution.conflicts", conflicts);
        }
    }
}
