package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.money.Iban;
import io.simbaerp.party.Address;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.party.TaxIdOwners;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a supplier in from the invoice it sent, with its bank account proposed; a second person confirms that. */
@Component
public class SupplierFromInvoice {

    private final Parties parties;
    private final RegisterParty registerParty;
    private final ProposeBankAccount proposeBankAccount;
    private final CurrentCompany currentCompany;
    private final TaxIdOwners taxIdOwners;

    SupplierFromInvoice(
            Parties parties,
            RegisterParty registerParty,
            ProposeBankAccount proposeBankAccount,
            CurrentCompany currentCompany,
            TaxIdOwners taxIdOwners) {
        this.parties = parties;
        this.registerParty = registerParty;
        this.proposeBankAccount = proposeBankAccount;
        this.currentCompany = currentCompany;
        this.taxIdOwners = taxIdOwners;
    }

    /**
     * The party a person says the supplier is, taken in unless somebody has added it since, or adds it at the same moment.
     *
     * @throws NotFound if there is no such party
     * @throws io.simbaerp.architecture.RuleViolation party.name-missing, party.country-unknown, party.tax-id-taken
     */
    public SupplierMatch take(InvoiceDetails details, SupplierChoice choice) {
        if (choice.existing() != null) {
            return existing(choice.existing());
        }
        PartyDraft draft = (choice.draft() == null ? stated(details.invoice().seller()) : choice.draft())
                .from(details.documentId());
        taxIdOwners.takeTurns(draft.taxIds());
        return draft.taxIds().stream()
                .flatMap(taxId -> parties.byTaxId(taxId).stream())
                .findFirst()
                .map(party -> new SupplierMatch(party.id().value(), SupplierMatch.How.TAX_ID))
                .orElseGet(() -> new SupplierMatch(registerParty.register(draft).value(), SupplierMatch.How.TAKEN_IN));
    }

    private SupplierMatch existing(PartyId party) {
        return parties.byId(party)
                .map(found -> new SupplierMatch(found.id().value(), SupplierMatch.How.PERSON))
                .orElseThrow(() -> new NotFound("party", party));
    }

    /** Proposes the account the invoice asks to be paid on; what is no valid account stays a matter of the invoice. */
    public void propose(@Nullable String account, UUID supplierId, UUID documentId) {
        if (account != null && Iban.parse(account).isPresent()) {
            proposeBankAccount.propose(new BankAccountDraft(new PartyId(supplierId), account, documentId));
        }
    }

    /** The party as the invoice states it. */
    public PartyDraft stated(Seller seller) {
        PostalAddress address = seller.address();
        String country =
                SupplierKey.country(seller).orElseGet(() -> currentCompany.get().country());
        return new PartyDraft(
                Objects.requireNonNull(seller.name()),
                SupplierKey.taxId(seller).map(List::of).orElse(List.of()),
                address == null
                        ? new Address(null, null, null, null, null, country)
                        : new Address(
                                address.line1(),
                                additional(address),
                                address.postCode(),
                                address.city(),
                                address.subdivision(),
                                country),
                true,
                false);
    }

    private static @Nullable String additional(PostalAddress address) {
        if (address.line2() == null) {
            return address.line3();
        }
        return address.line3() == null ? address.line2() : address.line2() + ", " + address.line3();
    }
}
