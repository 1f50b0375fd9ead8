package io.simbaerp.identity.separation.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.identity.separation.ConflictDraft;
import io.simbaerp.identity.separation.DutyConflict;
import io.simbaerp.identity.separation.DutyConflicts;
import io.simbaerp.identity.separation.DutyException;
import io.simbaerp.identity.separation.HeldConflict;
import io.simbaerp.identity.separation.PersonHolding;
import io.simbaerp.page.RuleTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts conflicts of duties and exceptions into words. */
@Component
class SeparationPages {

    /** A pair that conflicts, and why. */
    record Pair(UUID id, String one, String other, String reason) {}

    /** A conflict somebody holds; an exception may be asked for where there is none. */
    record Held(UUID user, String person, Pair pair, String role, boolean excepted) {}

    /** An exception and what its reader may do about it. */
    record Exempt(
            UUID id,
            UUID user,
            String person,
            Pair pair,
            String reason,
            String requestedBy,
            @Nullable String approvedBy,
            LocalDate endsOn,
            String state,
            String tone,
            boolean mayApprove,
            boolean mayWithdraw) {}

    /** The report. */
    record Report(
            List<Held> present,
            List<Exempt> exceptions,
            List<Pair> rules,
            boolean mayAdminister,
            boolean mayChangeRules,
            List<Choice> duties) {}

    /** A duty to be chosen. */
    record Choice(String duty, String name) {}

    /** A pair that is about to be added, and whom it would stop. */
    record Preview(ConflictDraft draft, String one, String other, List<PersonHolding> people) {}

    private final DutyConflicts conflicts;
    private final RuleTexts texts;
    private final ActorNames names;
    private final Permission permission;
    private final CurrentActor currentActor;

    SeparationPages(
            DutyConflicts conflicts,
            RuleTexts texts,
            ActorNames names,
            Permission permission,
            CurrentActor currentActor) {
        this.conflicts = conflicts;
        this.texts = texts;
        this.names = names;
        this.permission = permission;
        this.currentActor = currentActor;
    }

    Report report() {
        return new Report(
                conflicts.present().stream().map(this::held).toList(),
                conflicts.exceptions().stream().map(this::exempt).toList(),
                conflicts.rules().stream().map(this::pair).toList(),
                permission.has(Duty.ADMINISTER),
                permission.has(Duty.APPROVE_DUTY_EXCEPTION),
                Stream.of(Duty.values())
                        .filter(duty -> duty != Duty.BELONG_TO_COMPANY)
                        .map(duty -> new Choice(duty.name(), duty(duty)))
                        .toList());
    }

    Preview preview(ConflictDraft draft, Duty one, Duty other) {
        return new Preview(draft, duty(one), duty(other), conflicts.holding(one, other));
    }

    private String duty(Duty duty) {
        return texts.message("duty." + duty.name(), List.of());
    }

    private Held held(HeldConflict held) {
        return new Held(held.user(), held.person(), pair(held.conflict()), held.role(), held.excepted());
    }

    private Exempt exempt(DutyException exception) {
        boolean waits = exception.state() == DutyException.State.REQUESTED;
        return new Exempt(
                exception.id(),
                exception.user(),
                exception.person(),
                pair(exception.conflict()),
                exception.reason(),
                name(exception.requestedBy()),
                exception.approvedBy() == null ? null : name(exception.approvedBy()),
                exception.endsOn(),
                exception.state().name(),
                switch (exception.state()) {
                    case REQUESTED -> "info";
                    case APPROVED -> "good";
                    case ENDED -> "bad";
                    case WITHDRAWN -> "mute";
                },
                waits && permission.has(Duty.APPROVE_DUTY_EXCEPTION) && !isOwn(exception),
                permission.has(Duty.ADMINISTER) && (waits || exception.state() == DutyException.State.APPROVED));
    }

    private boolean isOwn(DutyException exception) {
        Actor reader = currentActor.actor();
        return reader.toString().equals(exception.requestedBy()) || reader.equals(Actor.person(exception.user()));
    }

    private Pair pair(DutyConflict conflict) {
        return new Pair(
                conflict.id(),
                duty(conflict.one()),
                duty(conflict.other()),
                conflict.words() != null
                        ? conflict.words()
                        : texts.message("identity.conflict." + conflict.reason(), List.of()));
    }

    private String name(String actor) {
        return names.nameOf(Actor.parse(actor));
    }
}
