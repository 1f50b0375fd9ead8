package io.simbaerp.integration.ubl;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.ContactPerson;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.TaxRepresentative;
import org.jspecify.annotations.Nullable;

/** Writes the parties of a UBL invoice. */
final class UblPartyWriter {

    private static final String LOCAL_TAX = "TAX";

    private final XmlOutput xml;

    UblPartyWriter(XmlOutput xml) {
        this.xml = xml;
    }

    /** @param creditor the seller's identifier for direct debits */
    void seller(Seller seller, @Nullable String creditor) {
        xml.group(
                "cac:AccountingSupplierParty",
                () -> xml.group("cac:Party", () -> {
                    identifier(xml, "cbc:EndpointID", seller.electronicAddress());
                    seller.identifiers().forEach(this::partyIdentification);
                    partyIdentification(creditor == null ? null : Identifier.of(creditor, UblParties.SEPA));
                    partyName(seller.tradingName());
                    address(xml, "cac:PostalAddress", seller.address());
                    taxScheme(seller.vatIdentifier(), UblParties.VAT);
                    taxScheme(seller.taxRegistration(), LOCAL_TAX);
                    legalEntity(seller.name(), seller.legalRegistration(), seller.legalInformation());
                    contact(seller.contact());
                }));
    }

    void buyer(Buyer buyer) {
        xml.group(
                "cac:AccountingCustomerParty",
                () -> xml.group("cac:Party", () -> {
                    identifier(xml, "cbc:EndpointID", buyer.electronicAddress());
                    partyIdentification(buyer.identifier());
                    partyName(buyer.tradingName());
                    address(xml, "cac:PostalAddress", buyer.address());
                    taxScheme(buyer.vatIdentifier(), UblParties.VAT);
                    legalEntity(buyer.name(), buyer.legalRegistration(), null);
                    contact(buyer.contact());
                }));
    }

    void payee(Payee payee) {
        xml.group("cac:PayeeParty", () -> {
            partyIdentification(payee.identifier());
            partyName(payee.name());
            legalEntity(null, payee.legalRegistration(), null);
        });
    }

    void taxRepresentative(TaxRepresentative representative) {
        xml.group("cac:TaxRepresentativeParty", () -> {
            partyName(representative.name());
            address(xml, "cac:PostalAddress", representative.address());
            taxScheme(representative.vatIdentifier(), UblParties.VAT);
        });
    }

    static void address(XmlOutput xml, String name, @Nullable PostalAddress address) {
        if (address == null) {
            return;
        }
        xml.group(name, () -> {
            xml.text("cbc:StreetName", address.line1());
            xml.text("cbc:AdditionalStreetName", address.line2());
            xml.text("cbc:CityName", address.city());
            xml.text("cbc:PostalZone", address.postCode());
            xml.text("cbc:CountrySubentity", address.subdivision());
            xml.group("cac:AddressLine", () -> xml.text("cbc:Line", address.line3()));
            xml.group("cac:Country", () -> xml.text("cbc:IdentificationCode", address.country()));
        });
    }

    static void identifier(XmlOutput xml, String name, @Nullable Identifier identifier) {
        if (identifier != null) {
            xml.text(name, identifier.value(), "schemeID", identifier.scheme());
        }
    }

    private void partyIdentification(@Nullable Identifier identifier) {
        xml.group("cac:PartyIdentification", () -> identifier(xml, "cbc:ID", identifier));
    }

    private void partyName(@Nullable String name) {
        xml.group("cac:PartyName", () -> xml.text("cbc:Name", name));
    }

    private void taxScheme(@Nullable String number, String scheme) {
        if (number != null) {
            xml.group("cac:PartyTaxScheme", () -> {
                xml.text("cbc:CompanyID", number);
                xml.group("cac:TaxScheme", () -> xml.text("cbc:ID", scheme));
            });
        }
    }

    private void legalEntity(@Nullable String name, @Nullable Identifier registration, @Nullable String information) {
        xml.group("cac:PartyLegalEntity", () -> {
            xml.text("cbc:RegistrationName", name);
            identifier(xml, "cbc:CompanyID", registration);
            xml.text("cbc:CompanyLegalForm", information);
        });
    }

    private void contact(@Nullable ContactPerson contact) {
        if (contact == null) {
            return;
        }
        xml.group("cac:Contact", () -> {
            xml.text("cbc:Name", contact.name());
            xml.text("cbc:Telephone", contact.telephone());
            xml.text("cbc:ElectronicMail", contact.email());
        });
    }
}
