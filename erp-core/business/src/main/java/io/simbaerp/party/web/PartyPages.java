package io.simbaerp.party.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.Formats;
import io.simbaerp.page.list.Lists;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.PolishTaxId;
import io.simbaerp.party.withdrawal.WithdrawnAccounts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the page of a party shows. */
@Component
class PartyPages {

    private static final String FROM_DOCUMENT = "document:";

    private final ActorNames names;
    private final Formats formats;
    private final CurrentActor currentActor;
    private final Permission permission;
    private final Lists lists;
    private final WithdrawnAccounts withdrawnAccounts;

    PartyPages(
            ActorNames names,
            Formats formats,
            CurrentActor currentActor,
            Permission permission,
            Lists lists,
            WithdrawnAccounts withdrawnAccounts) {
        this.withdrawnAccounts = withdrawnAccounts;
        this.names = names;
        this.formats = formats;
        this.currentActor = currentActor;
        this.permission = permission;
        this.lists = lists;
    }

    Lists lists() {
        return lists;
    }

    PartyPage of(PartyView party) {
        return of(party, null);
    }

    PartyPage of(PartyView party, @Nullable String enteredIban) {
        List<String> wrong = party.taxIds().stream()
                .filter(number -> number.matches("\\d{10}") && "PL".equals(party.country()))
                .filter(number -> !PolishTaxId.isValid(number))
                .toList();
        return new PartyPage(
                party,
                party.accounts().stream().map(this::row).toList(),
                withdrawnAccounts.of(party.id()).stream().map(this::row).toList(),
                wrong,
                enteredIban,
                permission.has(Duty.MAINTAIN_PARTY),
                permission.has(Duty.VIEW_DOCUMENT),
                permission.has(Duty.VIEW_LEDGER));
    }

    private PartyPage.AccountRow row(PartyAccount account) {
        boolean own = currentActor.get().people().stream()
                .anyMatch(person -> Actor.person(person).toString().equals(account.proposedBy()));
        return new PartyPage.AccountRow(
                account.id(),
                formats.account(account.iban()),
                account.source().startsWith(FROM_DOCUMENT) ? account.source().substring(FROM_DOCUMENT.length()) : null,
                names.nameOf(Actor.parse(account.proposedBy())),
                formats.instant(account.proposedAt()),
                account.confirmedBy() == null ? null : names.nameOf(Actor.parse(account.confirmedBy())),
                formats.instant(account.confirmedAt()),
                own,
                !account.confirmed() && !own && permission.has(Duty.CONFIRM_BANK_ACCOUNT),
                permission.has(Duty.CONFIRM_BANK_ACCOUNT));
    }

    private PartyPage.WithdrawnRow row(WithdrawnAccounts.Withdrawn account) {
        return new PartyPage.WithdrawnRow(
                formats.account(account.iban()),
                names.nameOf(Actor.parse(account.withdrawnBy())),
                formats.instant(account.withdrawnAt()),
                account.reason());
    }
}
