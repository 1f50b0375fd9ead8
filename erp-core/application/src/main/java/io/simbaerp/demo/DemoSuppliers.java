package io.simbaerp.demo;

import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.party.Address;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.party.cooloff.CoolOffs;
import io.simbaerp.party.cooloff.SetCoolOff;
import io.simbaerp.party.creation.GiveSupplierProof;
import io.simbaerp.party.creation.SetCreationApproval;
import io.simbaerp.supplier.ApproveBankAccount;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the demo's suppliers in: the accountant with their accounts, which the treasurer confirms. */
@Component
class DemoSuppliers {

    private final DemoPeople people;
    private final Parties parties;
    private final RegisterParty registerParty;
    private final ProposeBankAccount proposeBankAccount;
    private final ApproveBankAccount approveBankAccount;
    private final Settings creation;

    DemoSuppliers(
            DemoPeople people,
            Parties parties,
            RegisterParty registerParty,
            ProposeBankAccount proposeBankAccount,
            ApproveBankAccount approveBankAccount,
            Settings creation) {
        this.creation = creation;
        this.people = people;
        this.parties = parties;
        this.registerParty = registerParty;
        this.proposeBankAccount = proposeBankAccount;
        this.approveBankAccount = approveBankAccount;
    }

    /** What the company rules about partners, and what proves one. */
    @Component
    record Settings(SetCoolOff setCoolOff, SetCreationApproval setApproval, GiveSupplierProof giveProof) {}

    /** Another account than before waits three days before anything is paid to it. */
    void letOthersCoolOff() {
        people.<@Nullable Void>as("admin", () -> {
            creation.setCoolOff().set(new CoolOffs.Days(0, 3));
            return null;
        });
    }

    /** From now on a second person approves new suppliers; the accountant proposes two, one without a proof yet. */
    void proposeNew() {
        people.<@Nullable Void>as("admin", () -> {
            creation.setApproval().set(true);
            return null;
        });
        PartyId proven = proposed("Żagle i Takielunek Sp. z o.o.", "9990077732", "ul. Bosmańska 12");
        people.<@Nullable Void>as(DemoPeople.ACCOUNTANT, () -> {
            creation.giveProof().give(proven, null, "KRS 0000999013, odpis z rejestru");
            return null;
        });
        proposed("Pakbud Opakowania S.A.", "9990077755", "ul. Kartonowa 3");
    }

    private PartyId proposed(String name, String taxId, String street) {
        return people.as(DemoPeople.ACCOUNTANT, () -> parties.byTaxId(taxId)
                .map(PartyView::id)
                .orElseGet(() -> registerParty.register(new PartyDraft(
                        name,
                        List.of(taxId),
                        new Address(street, null, "81-340", "Gdynia", null, "PL"),
                        true,
                        false))));
    }

    /** Takes it in, unless that has been done. */
    void take(DemoSupplier supplier) {
        if (supplier.master() == DemoSupplier.Master.UNKNOWN) {
            return;
        }
        PartyId party = parties.byTaxId(supplier.taxId())
                .map(PartyView::id)
                .orElseGet(() -> people.as(DemoPeople.ACCOUNTANT, () -> registerParty.register(draft(supplier))));
        if (!supplier.account().isEmpty()) {
            account(supplier, party);
        }
    }

    private static PartyDraft draft(DemoSupplier supplier) {
        PostalAddress address = supplier.address();
        return new PartyDraft(
                supplier.name(),
                List.of(supplier.taxId()),
                new Address(address.line1(), null, address.postCode(), address.city(), null, supplier.country()),
                true,
                false);
    }

    private void account(DemoSupplier supplier, PartyId party) {
        UUID account = people.as(
                DemoPeople.ACCOUNTANT,
                () -> proposeBankAccount.propose(new BankAccountDraft(party, supplier.account(), null)));
        if (supplier.master() == DemoSupplier.Master.CONFIRMED && !isConfirmed(party, account)) {
            people.<@Nullable Void>as(DemoPeople.TREASURER, () -> {
                approveBankAccount.approve(account);
                return null;
            });
        }
    }

    private boolean isConfirmed(PartyId party, UUID account) {
        return parties.byId(party).stream()
                .flatMap(view -> view.accounts().stream())
                .anyMatch(each -> each.id().equals(account) && each.confirmed());
    }
}
