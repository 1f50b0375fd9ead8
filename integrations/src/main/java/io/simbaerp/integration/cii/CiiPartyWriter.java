package io.simbaerp.integration.cii;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.ContactPerson;
import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.TaxRepresentative;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the parties of a Cross Industry Invoice. */
final class CiiPartyWriter {

    private final XmlOutput xml;

    CiiPartyWriter(XmlOutput xml) {
        this.xml = xml;
    }

    void seller(Seller seller) {
        xml.group("ram:SellerTradeParty", () -> {
            identifiers(seller.identifiers());
            xml.text("ram:Name", seller.name());
            xml.text("ram:Description", seller.legalInformation());
            organization(seller.legalRegistration(), seller.tradingName());
            contact(seller.contact());
            address(seller.address());
            electronicAddress(seller.electronicAddress());
            taxNumber(seller.vatIdentifier(), CiiParties.VAT);
            taxNumber(seller.taxRegistration(), CiiParties.LOCAL_TAX);
        });
    }

    void buyer(Buyer buyer) {
        xml.group("ram:BuyerTradeParty", () -> {
            identifier(buyer.identifier());
            xml.text("ram:Name", buyer.name());
            organization(buyer.legalRegistration(), buyer.tradingName());
            contact(buyer.contact());
            address(buyer.address());
            electronicAddress(buyer.electronicAddress());
            taxNumber(buyer.vatIdentifier(), CiiParties.VAT);
        });
    }

    void payee(Payee payee) {
        xml.group("ram:PayeeTradeParty", () -> {
            identifier(payee.identifier());
            xml.text("ram:Name", payee.name());
            organization(payee.legalRegistration(), null);
        });
    }

    void taxRepresentative(TaxRepresentative representative) {
        xml.group("ram:SellerTaxRepresentativeTradeParty", () -> {
            xml.text("ram:Name", representative.name());
            address(representative.address());
            taxNumber(representative.vatIdentifier(), CiiParties.VAT);
        });
    }

    void shipTo(Delivery delivery) {
        xml.group("ram:ShipToTradeParty", () -> {
            identifier(delivery.location());
            xml.text("ram:Name", delivery.name());
            address(delivery.address());
        });
    }

    private void identifier(@Nullable Identifier identifier) {
        identifiers(identifier == null ? List.of() : List.of(identifier));
    }

    /** Those of a registered scheme stand in an element of their own, after the others. */
    private void identifiers(List<Identifier> identifiers) {
        identifiers.stream().filter(each -> each.scheme() == null).forEach(each -> xml.text("ram:ID", each.value()));
        identifiers.stream()
                .filter(each -> each.scheme() != null)
                .forEach(each -> xml.text("ram:GlobalID", each.value(), "schemeID", each.scheme()));
    }

    private void organization(@Nullable Identifier registration, @Nullable String tradingName) {
        xml.group("ram:SpecifiedLegalOrganization", () -> {
            if (registration != null) {
                xml.text("ram:ID", registration.value(), "schemeID", registration.scheme());
            }
            xml.text("ram:TradingBusinessName", tradingName);
        });
    }

    private void contact(@Nullable ContactPerson contact) {
        if (contact == null) {
            return;
        }
        xml.group("ram:DefinedTradeContact", () -> {
            xml.text("ram:PersonName", contact.name());
            xml.group("ram:TelephoneUniversalCommunication", () -> xml.text("ram:CompleteNumber", contact.telephone()));
            xml.group("ram:EmailURIUniversalCommunication", () -> xml.text("ram:URIID", contact.email()));
        });
    }

    private void address(@Nullable PostalAddress address) {
        if (address == null) {
            return;
        }
        xml.group("ram:PostalTradeAddress", () -> {
            xml.text("ram:PostcodeCode", address.postCode());
            xml.text("ram:LineOne", address.line1());
            xml.text("ram:LineTwo", address.line2());
            xml.text("ram:LineThree", address.line3());
            xml.text("ram:CityName", address.city());
            xml.text("ram:CountryID", address.country());
            xml.text("ram:CountrySubDivisionName", address.subdivision());
        });
    }

    private void electronicAddress(@Nullable Identifier address) {
        if (address != null) {
            xml.group(
                    "ram:URIUniversalCommunication",
                    () -> xml.text("ram:URIID", address.value(), "schemeID", address.scheme()));
        }
    }

    private void taxNumber(@Nullable String number, String scheme) {
        xml.group("ram:SpecifiedTaxRegistration", () -> xml.text("ram:ID", number, "schemeID", scheme));
    }
}
