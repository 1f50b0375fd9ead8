package io.simbaerp.invoice.registration;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.party.Address;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.party.TaxIdOwners;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a supplier in from the invoice it sent, with its bank account proposed; a second person confirms that. */
@Component
public class SupplierFromInvoice {

    private final Counterparties counterparties;
    private final RegisterParty registerParty;
    private final ProposeBankAccount proposeBankAccount;
    private final CurrentCompany currentCompany;
    private final TaxIdOwners taxIdOwners;

    SupplierFromInvoice(
            Counterparties counterparties,
            RegisterParty registerParty,
            ProposeBankAccount proposeBankAccount,
            CurrentCompany currentCompany,
            TaxIdOwners taxIdOwners) {
        this.counterparties = counterparties;
        this.registerParty = registerParty;
        this.proposeBankAccount = proposeBankAccount;
        this.currentCompany = currentCompany;
        this.taxIdOwners = taxIdOwners;
    }

    /** The supplier's party, new unless somebody has added it since, or adds it at the same moment. */
    public UUID create(ReceivedInvoice invoice) {
        taxIdOwners.takeTurns(SupplierKey.taxId(invoice.seller()).map(List::of).orElse(List.of()));
        return counterparties
                .supplier(invoice.seller())
                .orElseGet(() -> registerParty.register(draft(invoice.seller())).value());
    }

    /** Proposes the account the invoice asks to be paid on; what is no valid account stays a matter of the invoice. */
    public void propose(@Nullable String account, UUID supplierId, UUID documentId) {
        if (account != null && isIban(account)) {
            proposeBankAccount.propose(new BankAccountDraft(new PartyId(supplierId), account, documentId));
        }
    }

    private PartyDraft draft(Seller seller) {
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

    /** Whether the check digits of an account are right (ISO 13616); 26 digits alone are a Polish account. */
    static boolean isIban(String account) {
        String bare = account.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String iban = bare.matches("\\d{26}") ? "PL" + bare : bare;
        if (!iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
