package io.simbaerp.payment.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.file.PaymentFileWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what pages show of a payment run. */
@Component
class RunPages {

    private final ActorNames names;
    private final Formats formats;
    private final RuleTexts texts;
    private final RunHistory history;
    private final RunPageRows rows;
    private final ObjectProvider<PaymentFileWriter> writer;

    RunPages(
            ActorNames names,
            Formats formats,
            RuleTexts texts,
            RunHistory history,
            RunPageRows rows,
            ObjectProvider<PaymentFileWriter> writer) {
        this.names = names;
        this.formats = formats;
        this.texts = texts;
        this.history = history;
        this.rows = rows;
        this.writer = writer;
    }

    static String tone(PaymentRunState state) {
        return switch (state) {
            case PROPOSED -> "prop";
            case IN_APPROVAL -> "info";
            case RELEASED -> "good";
            case CANCELLED -> "mute";
        };
    }

    RunPage page(PaymentRunView run, @Nullable UUID task) {
        return new RunPage(
                run.id().value(),
                run.number(),
                run.state().name(),
                tone(run.state()),
                new RunPage.Account(
                        run.account().name(),
                        formats.account(run.account().iban()),
                        run.account().currency().code()),
                run.total(),
                run.orders().size(),
                run.dueUntil(),
                run.orders().stream().map(order -> rows.order(run, order)).toList(),
                run.blocked().stream().map(rows::blocked).toList(),
                agreed(run),
                BlockedWords.note(run.note(), texts),
                run.cancelReason(),
                file(run.file()),
                writer.stream().noneMatch(PaymentFileWriter::checksSchema),
                may(run),
                task,
                null,
                task == null ? history.of(run) : List.of());
    }

    private RunPage.May may(PaymentRunView run) {
        boolean proposes = history.may(Duty.PROPOSE_PAYMENT);
        return new RunPage.May(
                proposes && run.state() == PaymentRunState.PROPOSED,
                proposes && (run.state() == PaymentRunState.PROPOSED || run.state() == PaymentRunState.IN_APPROVAL),
                history.may(Duty.APPROVE_PAYMENT) && run.state() == PaymentRunState.RELEASED,
                history.may(Duty.APPROVE_PAYMENT) && run.state() == PaymentRunState.IN_APPROVAL,
                run.version());
    }

    private List<RunPage.Agreed> agreed(PaymentRunView run) {
        List<RunPage.Agreed> agreed = new ArrayList<>();
        PaymentRunView.Proposal proposal = run.proposal();
        agreed.add(new RunPage.Agreed(name(proposal.proposedBy()), "payment.agreed-proposed", proposal.proposedAt()));
        if (proposal.approvedBy() != null) {
            agreed.add(new RunPage.Agreed(
                    name(proposal.approvedBy()),
                    "payment.agreed-approved",
                    run.file() == null ? null : run.file().madeAt()));
        }
        return agreed;
    }

    private RunPage.@Nullable FileCard file(PaymentRunView.@Nullable FileRow file) {
        return file == null
                ? null
                : new RunPage.FileCard(
                        file.name(),
                        file.messageId(),
                        file.sha256(),
                        formats.bytes(file.size()),
                        file.schemaChecked(),
                        file.madeAt());
    }

    private String name(String actor) {
        return names.nameOf(Actor.parse(actor));
    }
}
