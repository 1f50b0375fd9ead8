package io.simbaerp.payment.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.audit.AuditTrail;
import io.simbaerp.audit.TrailEntry;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.TimelineRow;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.store.SettledSince;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The history of a payment run, for its page: what people did with it, and what the books did to what it holds. */
@Component
class RunHistory {

    private final AuditTrail trail;
    private final ActorNames names;
    private final Formats formats;
    private final RuleTexts texts;
    private final Permission permission;
    private final PaymentRuns runs;

    RunHistory(
            AuditTrail trail,
            ActorNames names,
            Formats formats,
            RuleTexts texts,
            Permission permission,
            PaymentRuns runs) {
        this.trail = trail;
        this.names = names;
        this.formats = formats;
        this.texts = texts;
        this.permission = permission;
        this.runs = runs;
    }

    boolean may(Duty duty) {
        return permission.has(duty);
    }

    List<TimelineRow> of(PaymentRunView run) {
        if (!permission.has(Duty.VIEW_DOCUMENT)) {
            return List.of();
        }
        return Stream.concat(
                        trail.of(RunContent.subject(run.id())).stream()
                                .filter(entry -> !entry.event().startsWith("task-"))
                                .map(entry -> new Step(entry.at(), texts.event(entry.event()), who(entry))),
                        runs.settledSince(run.id()).stream().map(this::step))
                .sorted(Comparator.comparing(Step::at))
                .map(step -> new TimelineRow(formats.dayAndTime(step.at()), step.text(), step.who(), null, null, null))
                .toList();
    }

    private record Step(Instant at, String text, String who) {}

    private Step step(SettledSince.Move move) {
        String key = move.freed() ? "payment.history.FREED" : "payment.history.HELD";
        return new Step(move.at(), texts.message(key, List.of(move.number())), names.nameOf(move.by()));
    }

    private String who(TrailEntry entry) {
        String actor = names.nameOf(entry.actor());
        Actor person = entry.onBehalfOf();
        return person == null
                ? actor
                : actor + ", " + texts.message("document.on-behalf", List.of(names.nameOf(person)));
    }
}
