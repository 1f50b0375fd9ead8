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
import io.simbaerp.payment.content.RunContent;
import java.util.List;
import org.springframework.stereotype.Component;

/** The history of a payment run, for its page. */
@Component
class RunHistory {

    private final AuditTrail trail;
    private final ActorNames names;
    private final Formats formats;
    private final RuleTexts texts;
    private final Permission permission;

    RunHistory(AuditTrail trail, ActorNames names, Formats formats, RuleTexts texts, Permission permission) {
        this.trail = trail;
        this.names = names;
        this.formats = formats;
        this.texts = texts;
        this.permission = permission;
    }

    boolean may(Duty duty) {
        return permission.has(duty);
    }

    List<TimelineRow> of(PaymentRunView run) {
        if (!permission.has(Duty.VIEW_DOCUMENT)) {
            return List.of();
        }
        return trail.of(RunContent.subject(run.id())).stream()
                .filter(entry -> !entry.event().startsWith("task-"))
                .map(entry -> new TimelineRow(
                        formats.dayAndTime(entry.at()), texts.event(entry.event()), who(entry), null, null, null))
                .toList();
    }

    private String who(TrailEntry entry) {
        String actor = names.nameOf(entry.actor());
        Actor person = entry.onBehalfOf();
        return person == null
                ? actor
                : actor + ", " + texts.message("document.on-behalf", List.of(names.nameOf(person)));
    }
}
