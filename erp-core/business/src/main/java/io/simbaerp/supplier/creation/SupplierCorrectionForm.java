package io.simbaerp.supplier.creation;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.creation.SendSupplierAgain;
import io.simbaerp.party.creation.WithdrawSupplier;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The task of whoever gets a proposed supplier back: to correct it and send it again, or to take it back. */
@Component
class SupplierCorrectionForm implements TaskForm {

    private final ProposedSupplier supplier;
    private final SendSupplierAgain sendAgain;
    private final WithdrawSupplier withdraw;

    SupplierCorrectionForm(ProposedSupplier supplier, SendSupplierAgain sendAgain, WithdrawSupplier withdraw) {
        this.supplier = supplier;
        this.sendAgain = sendAgain;
        this.withdraw = withdraw;
    }

    @Override
    public Set<String> forms() {
        return Set.of("party/supplier-correction");
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        PartyId party = new PartyId(task.subject().id());
        switch (completion.outcome()) {
            case "send-again" -> sendAgain.send(party);
            case "withdraw" -> withdraw.withdraw(party, completion.comment());
            default -> throw new RuleViolation("approval.outcome-unknown", completion.outcome());
        }
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        return supplier.facts(task.subject().id());
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        UUID party = task.subject().id();
        ProposedSupplier.SupplierPage page = supplier.page(party);
        return new TaskPage(
                new TaskPage.Part("party/supplier-parts", "correction", page),
                new TaskPage.Part("party/supplier-parts", "paper", page));
    }
}
