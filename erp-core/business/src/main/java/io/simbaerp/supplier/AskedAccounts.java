package io.simbaerp.supplier;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.RequestApproval;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.BankAccountProposed;
import io.simbaerp.party.PartyChanged;
import io.simbaerp.party.approval.AccountApproval;
import io.simbaerp.party.approval.AccountContents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks for the approval of every account that is proposed, and tells who gave it. */
@Component
class AskedAccounts implements AccountApproval {

    /** An account is approved once. */
    static final List<Duty> LEVELS = List.of(Duty.CONFIRM_BANK_ACCOUNT);

    private final Approvals approvals;
    private final RequestApproval requestApproval;
    private final AccountContents contents;

    AskedAccounts(Approvals approvals, RequestApproval requestApproval, AccountContents contents) {
        this.approvals = approvals;
        this.requestApproval = requestApproval;
        this.contents = contents;
    }

    static Subject subject(UUID account) {
        return new Subject("bank-account", account);
    }

    /** Asks for exactly what the account is now; asking again for the same changes nothing. */
    void ask(AccountContents.Content account) {
        requestApproval.request(subject(account.id()), LEVELS, account.hash());
    }

    @EventListener
    void proposed(BankAccountProposed event) {
        ask(contents.of(event.accountId()));
    }

    /** Its owner's name and tax id are part of what is approved. */
    @EventListener
    void changed(PartyChanged event) {
        contents.waiting(event.partyId()).forEach(this::ask);
    }

    @Override
    public Optional<UUID> approver(UUID account, String contentHash) {
        return approvals.granted(subject(account), contentHash)
                ? approvals.of(subject(account)).stream()
                        .filter(ApprovalDecisionView::live)
                        .filter(decision -> decision.contentHash().equals(contentHash))
                        .flatMap(decision -> Stream.ofNullable(decision.decidedBy()))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public Set<UUID> deciders(UUID account) {
        return approvals.of(subject(account)).stream()
                .filter(ApprovalDecisionView::live)
                .flatMap(decision -> Stream.concat(
                        Stream.ofNullable(decision.decidedBy()), Stream.ofNullable(decision.onBehalfOf())))
                .collect(Collectors.toSet());
    }
}
