package io.simbaerp.approval.history;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether the people acting may decide about a matter, given what was done to it by whom. */
@Component
public class OwnWork {

    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final ActorNames names;

    OwnWork(CurrentActor currentActor, BusinessDay businessDay, ActorNames names) {
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.names = names;
    }

    /**
     * @throws RuleViolation of approval: own-work-coded, own-work-changed-account, own-work-confirmed-account,
     *     own-work-proposed-run, own-work-sent-run, own-work-proposed-entry,
     *     own-work-wrote-text, own-work-proposed-supplier,
     *     own-work-claimed-expense, own-work-coded-expense, own-work-is-payee; each with -by-other where the one acted for did it
     */
    public void refuse(Collection<PriorAct> acts) {
        refusal(acts).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Why they may not, by what they did last; nothing if they may. */
    public Optional<RuleViolation> refusal(Collection<PriorAct> acts) {
        List<UUID> people = currentActor.get().people();
        return acts.stream()
                .filter(act -> people.contains(act.person()))
                .max(Comparator.comparing(PriorAct::at))
                .map(this::refusal);
    }

    private RuleViolation refusal(PriorAct act) {
        LocalDate day = businessDay.of(act.at());
        if (currentActor.actor().equals(Actor.person(act.person()))) {
            return new RuleViolation(ownRule(act.kind()), day);
        }
        return new RuleViolation(ownRule(act.kind()) + "-by-other", day, names.nameOf(Actor.person(act.person())));
    }

    private static String ownRule(PriorAct.Kind kind) {
        return switch (kind) {
            case CODED_INVOICE -> "approval.own-work-coded";
            case CHANGED_ACCOUNT -> "approval.own-work-changed-account";
            case CONFIRMED_ACCOUNT -> "approval.own-work-confirmed-account";
            case PROPOSED_RUN -> "approval.own-work-proposed-run";
            case SENT_RUN -> "approval.own-work-sent-run";
            case PROPOSED_ENTRY -> "approval.own-work-proposed-entry";
            case WROTE_TEXT -> "approval.own-work-wrote-text";
            case PROPOSED_SUPPLIER -> "approval.own-work-proposed-supplier";
            case CLAIMED_EXPENSE -> "approval.own-work-claimed-expense";
            case CODED_EXPENSE -> "approval.own-work-coded-expense";
            case IS_PAYEE -> "approval.own-work-is-payee";
        };
    }
}
