package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.InvoiceTerms;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.ContactPerson;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.TaxRepresentative;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parties of a Cross Industry Invoice. */
final class CiiParties {

    static final String VAT = "VA";
    static final String LOCAL_TAX = "FC";

    private CiiParties() {}

    static Seller seller(XmlElement party) {
        return new Seller(
                party.text("ram:Name"),
                party.text("ram:SpecifiedLegalOrganization/ram:TradingBusinessName"),
                identifiers(party),
                InvoiceTerms.identifier(party.first("ram:SpecifiedLegalOrganization/ram:ID")),
                taxNumber(party, VAT),
                taxNumber(party, LOCAL_TAX),
                party.text("ram:Description"),
                InvoiceTerms.identifier(party.first("ram:URIUniversalCommunication/ram:URIID")),
                address(party.first("ram:PostalTradeAddress")),
                contact(party.first("ram:DefinedTradeContact")));
    }

    static Buyer buyer(XmlElement party) {
        return new Buyer(
                party.text("ram:Name"),
                party.text("ram:SpecifiedLegalOrganization/ram:TradingBusinessName"),
                identifiers(party).stream().findFirst().orElse(null),
                InvoiceTerms.identifier(party.first("ram:SpecifiedLegalOrganization/ram:ID")),
                taxNumber(party, VAT),
                InvoiceTerms.identifier(party.first("ram:URIUniversalCommunication/ram:URIID")),
                address(party.first("ram:PostalTradeAddress")),
                contact(party.first("ram:DefinedTradeContact")));
    }

    static @Nullable Payee payee(XmlElement party) {
        if (!party.exists()) {
            return null;
        }
        return new Payee(
                party.text("ram:Name"),
                identifiers(party).stream().findFirst().orElse(null),
                InvoiceTerms.identifier(party.first("ram:SpecifiedLegalOrganization/ram:ID")));
    }

    static @Nullable TaxRepresentative taxRepresentative(XmlElement party) {
        if (!party.exists()) {
            return null;
        }
        return new TaxRepresentative(
                party.text("ram:Name"), taxNumber(party, VAT), address(party.first("ram:PostalTradeAddress")));
    }

    static @Nullable PostalAddress address(XmlElement address) {
        if (!address.exists()) {
            return null;
        }
        return new PostalAddress(
                address.text("ram:LineOne"),
                address.text("ram:LineTwo"),
                address.text("ram:LineThree"),
                address.text("ram:CityName"),
                address.text("ram:PostcodeCode"),
                address.text("ram:CountrySubDivisionName"),
                address.text("ram:CountryID"));
    }

    /** Identifiers of a registered scheme come first: they say more than one the partner made up. */
    static List<Identifier> identifiers(XmlElement party) {
        List<XmlElement> elements = new ArrayList<>(party.all("ram:GlobalID"));
        elements.addAll(party.all("ram:ID"));
        return elements.stream()
                .map(InvoiceTerms::identifier)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String taxNumber(XmlElement party, String scheme) {
        return party.all("ram:SpecifiedTaxRegistration/ram:ID").stream()
                .filter(id -> scheme.equals(id.attribute("schemeID")))
                .map(XmlElement::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ContactPerson contact(XmlElement contact) {
        if (!contact.exists()) {
            return null;
        }
        String person = contact.text("ram:PersonName");
        String name = person != null ? person : contact.text("ram:DepartmentName");
        String telephone = contact.text("ram:TelephoneUniversalCommunication/ram:CompleteNumber");
        String email = contact.text("ram:EmailURIUniversalCommunication/ram:URIID");
        return name == null && telephone == null && email == null ? null : new ContactPerson(name, telephone, email);
    }
}
