package io.simbaerp.task.timing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets a rule of what happens by itself to tasks that wait. It counts for those that wait already, too. */
@UseCase(Duty.ADMINISTER)
public class SetTimeRule {

    private static final int EARLIEST = -400;
    private static final int LATEST = 2000;
    private static final int MOST_DAYS = 250;

    private final TimeRules rules;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetTimeRule(
            TimeRules rules,
            JdbcClient jdbc,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The new rule's id.
     *
     * @throws RuleViolation time-rule.act-missing, time-rule.process-unknown, time-rule.step-unknown,
     *     time-rule.type-unknown, time-rule.hours-wrong, time-rule.days-wrong, time-rule.lapse-needs-step,
     *     time-rule.outcome-wrong, time-rule.already
     */
    public UUID set(TimeRuleDraft draft) {
        TimeAct act = draft.act();
        if (act == null) {
            throw RuleViolation.ofField("act", "time-rule.act-missing");
        }
        DeskSteps.@Nullable DeskStep step = step(filled(draft.process()), filled(draft.step()));
        String type = filled(draft.documentType());
        if (type != null && !TimeRules.documentTypes().contains(type)) {
            throw RuleViolation.ofField("documentType", "time-rule.type-unknown", type);
        }
        int span = span(act, draft.span());
        String outcome = act == TimeAct.LAPSE ? outcome(step, filled(draft.outcome())) : null;
        UUID id = NewId.at(clock);
        store(new TimeRuleDraft(act, filled(draft.process()), filled(draft.step()), type, span, outcome), id);
        events.publishEvent(new TimeRuleSet(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }

    private DeskSteps.@Nullable DeskStep step(@Nullable String process, @Nullable String step) {
        List<DeskSteps.DeskStep> known = rules.steps();
        if (process != null && known.stream().noneMatch(one -> one.process().equals(process))) {
            throw RuleViolation.ofField("process", "time-rule.process-unknown", process);
        }
        return step == null
                ? null
                : known.stream()
                        .filter(one ->
                                one.process().equals(process) && one.key().equals(step))
                        .findFirst()
                        .orElseThrow(() -> RuleViolation.ofField("step", "time-rule.step-unknown", step));
    }

    private static int span(TimeAct act, @Nullable Integer span) {
        int earliest = act == TimeAct.REMIND ? EARLIEST : 1;
        int latest = act == TimeAct.LAPSE ? MOST_DAYS : LATEST;
        if (span == null || span < earliest || span > latest) {
            throw RuleViolation.ofField(
                    "span", act == TimeAct.LAPSE ? "time-rule.days-wrong" : "time-rule.hours-wrong", earliest, latest);
        }
        return span;
    }

    /** What carries the matter forward is no way for it to lapse. */
    private static String outcome(DeskSteps.@Nullable DeskStep step, @Nullable String outcome) {
        if (step == null) {
            throw RuleViolation.ofField("step", "time-rule.lapse-needs-step");
        }
        if (outcome == null
                || !Set.of("return", "reject").contains(outcome)
                || step.outcomes().indexOf(outcome) < 1) {
            throw RuleViolation.ofField("outcome", "time-rule.outcome-wrong");
        }
        return outcome;
    }

    private void store(TimeRuleDraft rule, UUID id) {
        int stored = jdbc.sql("""
                        insert into task.time_rule (company_id, id, act, process, task_key, document_type, span, outcome,
                                                    set_by, set_at)
                        values (:company, :id, :act, :process, :step, :type, :span, :outcome, :by, :now)
                        on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("act", String.valueOf(rule.act()))
                .param("process", rule.process())
                .param("step", rule.step())
                .param("type", rule.documentType())
                .param("span", rule.span())
                .param("outcome", rule.outcome())
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (stored == 0) {
            throw RuleViolation.ofField("span", "time-rule.already");
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
