package io.simbaerp.supplier;

import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.money.Iban;
import io.simbaerp.party.approval.AccountContents;
import io.simbaerp.party.withdrawal.WithdrawBankAccount;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskFacts.ShownField;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The task of the second person: is this really the partner's account? */
@Component
class AccountTaskForm implements TaskForm {

    private final AccountContents contents;
    private final AccountDecisions decisions;
    private final WithdrawBankAccount withdrawBankAccount;
    private final ActorNames names;

    AccountTaskForm(
            AccountContents contents,
            AccountDecisions decisions,
            WithdrawBankAccount withdrawBankAccount,
            ActorNames names) {
        this.contents = contents;
        this.decisions = decisions;
        this.withdrawBankAccount = withdrawBankAccount;
        this.names = names;
    }

    /**
     * What the task's page shows.
     *
     * @param before the account the partner was paid on until now
     * @param askedAbout about which tax payer the White List was asked
     * @param proof what says that the account is the partner's: {@code document}, {@code white-list}, or {@code nothing}
     */
    public record AccountPage(
            UUID party,
            String name,
            String number,
            @Nullable String before,
            String proof,
            @Nullable UUID document,
            String request,
            @Nullable String askedAbout,
            @Nullable LocalDate askedOn,
            String proposedBy,
            Instant proposedAt) {}

    @Override
    public Set<String> forms() {
        return Set.of("party/account-approval");
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        AccountContents.Content account = contents.of(task.subject().id());
        String seen = Objects.requireNonNullElse(completion.contentHash(), account.hash());
        switch (completion.outcome()) {
            case "approve" -> decisions.decide(account, Decision.APPROVE, seen, completion.comment());
            case "reject" -> {
                decisions.decide(account, Decision.REJECT, seen, completion.comment());
                withdrawBankAccount.withdraw(account.party(), account.id(), completion.comment());
            }
            default -> throw new RuleViolation("bank-account.outcome-unknown", completion.outcome());
        }
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        AccountContents.Content account = contents.of(task.subject().id());
        List<ShownField> shown = new ArrayList<>();
        shown.add(new ShownField("party.account.number", Iban.grouped(account.iban())));
        if (account.before() != null) {
            shown.add(new ShownField("party.account.before", Iban.grouped(account.before())));
        }
        shown.add(new ShownField("party.account.proposed-by", names.nameOf(Actor.parse(account.proposedBy()))));
        return new TaskFacts(List.of(account.name()), account.name(), null, null, account.hash(), shown);
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        AccountContents.Content account = contents.of(task.subject().id());
        AccountPage page = page(account);
        return new TaskPage(
                new TaskPage.Part("party/account-parts", "form", page),
                new TaskPage.Part("party/account-parts", "paper", page),
                null,
                decisions.refusal(account).orElse(null));
    }

    private AccountPage page(AccountContents.Content account) {
        String[] source = account.source().split(":", 2);
        String proof = Set.of("document", "white-list").contains(source[0]) ? source[0] : "nothing";
        return new AccountPage(
                account.party().value(),
                account.name(),
                Iban.grouped(account.iban()),
                account.before() == null ? null : Iban.grouped(account.before()),
                proof,
                account.document(),
                source[1],
                account.whiteListTaxId(),
                account.whiteListOn(),
                names.nameOf(Actor.parse(account.proposedBy())),
                account.proposedAt());
    }
}
