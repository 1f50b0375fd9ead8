package io.simbaerp.party.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.page.Formats;
import io.simbaerp.page.list.Lists;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.PolishTaxId;
import io.simbaerp.party.cooloff.CoolOffs;
import io.simbaerp.party.creation.CreationState;
import io.simbaerp.party.creation.SupplierChecks;
import io.simbaerp.party.creation.SupplierCreations;
import io.simbaerp.party.withdrawal.WithdrawnAccounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the page of a party shows. */
@Component
class PartyPages {

    private static final String FROM_DOCUMENT = "document:";
    private static final String FROM_WHITE_LIST = "white-list:";

    private final ActorNames names;
    private final Formats formats;
    private final CurrentActor currentActor;
    private final Permission permission;
    private final Lists lists;
    private final Fate fate;

    PartyPages(
            ActorNames names,
            Formats formats,
            CurrentActor currentActor,
            Permission permission,
            Lists lists,
            Fate fate) {
        this.fate = fate;
        this.names = names;
        this.formats = formats;
        this.currentActor = currentActor;
        this.permission = permission;
        this.lists = lists;
    }

    /** What became of accounts: withdrawn, waiting for the end of a cool-off. */
    @Component
    record Fate(WithdrawnAccounts withdrawn, CoolOffs coolOffs, BusinessDay businessDay, Creation creation) {}

    /** How its approval as a supplier stands, where it was asked for. */
    @Component
    record Creation(SupplierCreations creations, SupplierChecks checks) {}

    Lists lists() {
        return lists;
    }

    PartyPage of(PartyView party) {
        return of(party, null);
    }

    PartyPage of(PartyView party, PartyPage.@Nullable Entered entered) {
        Map<UUID, String> waived = fate.coolOffs().waiversOf(party.id()).stream()
                .collect(Collectors.toMap(CoolOffs.Waiver::account, CoolOffs.Waiver::reason));
        List<String> wrong = party.taxIds().stream()
                .filter(number -> number.matches("\\d{10}") && "PL".equals(party.country()))
                .filter(number -> !PolishTaxId.isValid(number))
                .toList();
        return new PartyPage(
                party,
                party.accounts().stream()
                        .map(account -> row(account, waived.get(account.id())))
                        .toList(),
                fate.withdrawn().of(party.id()).stream().map(this::row).toList(),
                wrong,
                creation(party),
                entered,
                permission.has(Duty.MAINTAIN_PARTY),
                permission.has(Duty.VIEW_DOCUMENT),
                permission.has(Duty.VIEW_LEDGER));
    }

    private PartyPage.@Nullable CreationCard creation(PartyView party) {
        return fate.creation()
                .creations()
                .find(party.id())
                .map(creation -> new PartyPage.CreationCard(
                        creation,
                        names.nameOf(Actor.parse(creation.proposedBy())),
                        creation.approvedBy() == null ? null : names.nameOf(Actor.parse(creation.approvedBy())),
                        creation.state() == CreationState.APPROVED
                                ? List.of()
                                : fate.creation().checks().of(party.id()),
                        currentActor.get().isAnyOf(creation.authors().toArray(String[]::new))))
                .orElse(null);
    }

    private PartyPage.AccountRow row(PartyAccount account, @Nullable String waived) {
        boolean cooling =
                account.confirmed() && !account.isPayableOn(fate.businessDay().today());
        boolean own = currentActor.get().isAnyOf(account.proposedBy(), account.proposedFor());
        return new PartyPage.AccountRow(
                account.id(),
                formats.account(account.iban()),
                after(FROM_DOCUMENT, account.source()),
                after(FROM_WHITE_LIST, account.source()),
                cooling && account.payableFrom() != null ? formats.date(account.payableFrom()) : null,
                waived,
                names.nameOf(Actor.parse(account.proposedBy())),
                formats.instant(account.proposedAt()),
                account.confirmedBy() == null ? null : names.nameOf(Actor.parse(account.confirmedBy())),
                formats.instant(account.confirmedAt()),
                own,
                !account.confirmed() && !own && permission.has(Duty.CONFIRM_BANK_ACCOUNT),
                permission.has(Duty.CONFIRM_BANK_ACCOUNT),
                cooling && permission.has(Duty.WAIVE_COOL_OFF));
    }

    private static @Nullable String after(String prefix, String source) {
        return source.startsWith(prefix) ? source.substring(prefix.length()) : null;
    }

    private PartyPage.WithdrawnRow row(WithdrawnAccounts.Withdrawn account) {
        return new PartyPage.WithdrawnRow(
                formats.account(account.iban()),
                names.nameOf(Actor.parse(account.withdrawnBy())),
                formats.instant(account.withdrawnAt()),
                account.reason());
    }
}
