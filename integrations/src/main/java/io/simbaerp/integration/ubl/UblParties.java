package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.InvoiceTerms;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.ContactPerson;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.TaxRepresentative;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parties of a UBL invoice. */
final class UblParties {

    /** The creditor's identifier for direct debits stands among the party's identifiers under this scheme. */
    static final String SEPA = "SEPA";

    static final String VAT = "VAT";

    private UblParties() {}

    static Seller seller(XmlElement party) {
        return new Seller(
                party.text("cac:PartyLegalEntity/cbc:RegistrationName"),
                party.text("cac:PartyName/cbc:Name"),
                identifiers(party),
                InvoiceTerms.identifier(party.first("cac:PartyLegalEntity/cbc:CompanyID")),
                taxNumber(party, true),
                taxNumber(party, false),
                party.text("cac:PartyLegalEntity/cbc:CompanyLegalForm"),
                InvoiceTerms.identifier(party.first("cbc:EndpointID")),
                address(party.first("cac:PostalAddress")),
                contact(party.first("cac:Contact")));
    }

    static Buyer buyer(XmlElement party) {
        return new Buyer(
                party.text("cac:PartyLegalEntity/cbc:RegistrationName"),
                party.text("cac:PartyName/cbc:Name"),
                identifiers(party).stream().findFirst().orElse(null),
                InvoiceTerms.identifier(party.first("cac:PartyLegalEntity/cbc:CompanyID")),
                taxNumber(party, true),
                InvoiceTerms.identifier(party.first("cbc:EndpointID")),
                address(party.first("cac:PostalAddress")),
                contact(party.first("cac:Contact")));
    }

    static @Nullable Payee payee(XmlElement party) {
        if (!party.exists()) {
            return null;
        }
        return new Payee(
                party.text("cac:PartyName/cbc:Name"),
                identifiers(party).stream().findFirst().orElse(null),
                InvoiceTerms.identifier(party.first("cac:PartyLegalEntity/cbc:CompanyID")));
    }

    static @Nullable TaxRepresentative taxRepresentative(XmlElement party) {
        if (!party.exists()) {
            return null;
        }
        return new TaxRepresentative(
                party.text("cac:PartyName/cbc:Name"),
                taxNumber(party, true),
                address(party.first("cac:PostalAddress")));
    }

    static @Nullable PostalAddress address(XmlElement address) {
        if (!address.exists()) {
            return null;
        }
        return new PostalAddress(
                address.text("cbc:StreetName"),
                address.text("cbc:AdditionalStreetName"),
                address.text("cac:AddressLine/cbc:Line"),
                address.text("cbc:CityName"),
                address.text("cbc:PostalZone"),
                address.text("cbc:CountrySubentity"),
                address.text("cac:Country/cbc:IdentificationCode"));
    }

    private static List<Identifier> identifiers(XmlElement party) {
        return party.all("cac:PartyIdentification/cbc:ID").stream()
                .filter(id -> !SEPA.equals(id.attribute("schemeID")))
                .map(InvoiceTerms::identifier)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String taxNumber(XmlElement party, boolean vat) {
        return party.all("cac:PartyTaxScheme").stream()
                .filter(scheme -> VAT.equalsIgnoreCase(scheme.text("cac:TaxScheme/cbc:ID")) == vat)
                .map(scheme -> scheme.text("cbc:CompanyID"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ContactPerson contact(XmlElement contact) {
        if (!contact.exists()) {
            return null;
        }
        return new ContactPerson(
                contact.text("cbc:Name"), contact.text("cbc:Telephone"), contact.text("cbc:ElectronicMail"));
    }
}
