package io.simbaerp.party.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.page.Formats;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.approval.AccountDecision;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Confirms the waiting bank accounts of several partners as the second person: exactly those that were shown. */
@Component
@Order(1)
class ConfirmAccounts implements BulkAction {

    private final Parties parties;
    private final AccountDecision accountDecision;
    private final CurrentActor currentActor;
    private final Formats formats;

    ConfirmAccounts(Parties parties, AccountDecision accountDecision, CurrentActor currentActor, Formats formats) {
        this.parties = parties;
        this.accountDecision = accountDecision;
        this.currentActor = currentActor;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "confirm-accounts";
    }

    @Override
    public String list() {
        return Parties.LIST;
    }

    @Override
    public Duty duty() {
        return Duty.CONFIRM_BANK_ACCOUNT;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        return parties.byIds(ids).stream().map(this::item).toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        PartyView party = parties.byId(new PartyId(id)).orElseThrow(() -> new NotFound("party", id));
        List<PartyAccount> waiting = waiting(party);
        if (seen != null && !seen.equals(fingerprint(waiting))) {
            throw new Conflict("bank-account.changed-meanwhile");
        }
        waiting.forEach(account -> accountDecision.approve(account.id()));
    }

    private Item item(PartyView party) {
        List<PartyAccount> waiting = waiting(party);
        if (waiting.isEmpty()) {
            boolean own = party.accounts().stream().anyMatch(account -> !account.confirmed());
            return new Item(
                    party.id().value(), party.name(), own ? "bank-account.own-proposal" : "bank-account.none-waiting");
        }
        String numbers = waiting.stream()
                .map(account -> formats.account(account.iban()))
                .collect(Collectors.joining(", ", party.name() + ", ", ""));
        return new Item(party.id().value(), numbers, null, fingerprint(waiting));
    }

    /** What waits for somebody else than who proposed it, or for whom. */
    private List<PartyAccount> waiting(PartyView party) {
        return party.accounts().stream()
                .filter(account -> !account.confirmed()
                        && !currentActor.get().isAnyOf(account.proposedBy(), account.proposedFor()))
                .toList();
    }

    private static String fingerprint(List<PartyAccount> accounts) {
        return accounts.stream().map(PartyAccount::id).map(UUID::toString).collect(Collectors.joining(" "));
    }
}
