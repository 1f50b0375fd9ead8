package io.simbaerp.integration.ksef;

import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.ContactPerson;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.polish.FurtherParty;
import io.simbaerp.invoice.received.polish.FurtherParty.Role;
import io.simbaerp.invoice.received.polish.PolishTerms;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes who is on an FA. */
final class FaPartyWriter {

    private static final Pattern NIP = Pattern.compile("PL[0-9]{10}");
    private static final Pattern INTERNAL = Pattern.compile("[0-9]{10}-[0-9]{5}");

    /** What a VAT number of the EU begins with; Greece says EL. */
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "EL", "HR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "XI");

    private final FaElements out;
    private final ReceivedInvoice invoice;
    private final PolishTerms terms;

    FaPartyWriter(FaElements out, ReceivedInvoice invoice, PolishTerms terms) {
        this.out = out;
        this.invoice = invoice;
        this.terms = terms;
    }

    void write() {
        out.group("Podmiot1", () -> seller(invoice.seller()));
        out.group("Podmiot2", () -> buyer(invoice.buyer()));
        Payee payee = invoice.payee();
        if (payee != null && !has(Role.FACTOR)) {
            String taxId =
                    payee.identifier() == null ? null : payee.identifier().value();
            third(new FurtherParty(Role.FACTOR, null, payee.name(), taxId, null, null, null));
        }
        terms.parties().stream()
                .filter(party -> !FaParties.AUTHORISED.contains(party.role()))
                .forEach(this::third);
        terms.parties().stream()
                .filter(party -> FaParties.AUTHORISED.contains(party.role()))
                .forEach(this::authorised);
    }

    private boolean has(Role role) {
        return terms.parties().stream().anyMatch(party -> party.role() == role);
    }

    private void seller(Seller seller) {
        out.text("NrEORI", find(seller.identifiers(), "EORI"));
        out.group("DaneIdentyfikacyjne", () -> {
            out.text("NIP", nip(seller.vatIdentifier()));
            out.text("Nazwa", seller.name(), FaElements.LONG_TEXT);
        });
        address(seller.address());
        contact(seller.contact());
        FaParties.STATES.forEach((number, words) ->
                out.text("StatusInfoPodatnika", words.equals(seller.legalInformation()) ? number : null));
    }

    private void buyer(Buyer buyer) {
        Identifier other = buyer.legalRegistration();
        out.group("DaneIdentyfikacyjne", () -> {
            if (buyer.vatIdentifier() == null && other != null) {
                out.text("KodKraju", other.scheme());
                out.text("NrID", other.value());
            } else {
                taxId(buyer.vatIdentifier());
            }
            out.text("Nazwa", buyer.name(), FaElements.LONG_TEXT);
        });
        address(buyer.address());
        contact(buyer.contact());
        out.text(
                "NrKlienta",
                buyer.identifier() == null ? null : buyer.identifier().value());
        out.yesOrNo("JST", has(Role.LOCAL_GOVERNMENT_RECIPIENT));
        out.yesOrNo("GV", has(Role.VAT_GROUP_RECIPIENT));
    }

    private void third(FurtherParty party) {
        out.group("Podmiot3", () -> {
            identity(party);
            address(party.address());
            if (party.role() == Role.OTHER) {
                out.mark("RolaInna", true);
                out.text("OpisRoli", Objects.requireNonNullElse(party.roleText(), "inny podmiot"));
            } else {
                out.text("Rola", FaParties.ROLES.indexOf(party.role()) + 1);
            }
            out.quantity("Udzial", party.share());
            out.text("NrKlienta", party.customerNumber());
        });
    }

    private void authorised(FurtherParty party) {
        out.group("PodmiotUpowazniony", () -> {
            identity(party);
            address(party.address());
            out.text("RolaPU", FaParties.AUTHORISED.indexOf(party.role()) + 1);
        });
    }

    /** Seller or buyer as an original named them. */
    void before(String name, FurtherParty party) {
        out.group(name, () -> {
            identity(party);
            address(party.address());
        });
    }

    private void identity(FurtherParty party) {
        out.group("DaneIdentyfikacyjne", () -> {
            taxId(party.taxId());
            out.text("Nazwa", party.name(), FaElements.LONG_TEXT);
        });
    }

    private void taxId(@Nullable String taxId) {
        if (taxId == null) {
            out.mark("BrakID", true);
        } else if (NIP.matcher(taxId).matches()) {
            out.text("NIP", nip(taxId));
        } else if (INTERNAL.matcher(taxId).matches()) {
            out.text("IDWew", taxId);
        } else if (taxId.length() > 2 && UNION.contains(taxId.substring(0, 2))) {
            out.text("KodUE", taxId.substring(0, 2));
            out.text("NrVatUE", taxId.substring(2));
        } else {
            out.text("NrID", taxId);
        }
    }

    private void address(@Nullable PostalAddress address) {
        if (address == null || address.country() == null) {
            return;
        }
        String town = joined(" ", address.postCode(), address.city());
        String first = address.line1() != null ? address.line1() : town;
        String second = joined(", ", address.line2(), address.line3(), address.line1() != null ? town : null);
        out.group("Adres", () -> {
            out.text("KodKraju", address.country());
            out.text("AdresL1", first, FaElements.LONG_TEXT);
            out.text("AdresL2", second, FaElements.LONG_TEXT);
        });
    }

    private void contact(@Nullable ContactPerson contact) {
        if (contact != null && (contact.email() != null || contact.telephone() != null)) {
            out.group("DaneKontaktowe", () -> {
                out.text("Email", contact.email());
                out.text("Telefon", contact.telephone());
            });
        }
    }

    private static @Nullable String nip(@Nullable String vatIdentifier) {
        return vatIdentifier == null ? null : vatIdentifier.replaceFirst("^" + FaParties.POLAND, "");
    }

    static @Nullable String find(List<Identifier> identifiers, String scheme) {
        return identifiers.stream()
                .filter(identifier -> scheme.equals(identifier.scheme()))
                .map(Identifier::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String joined(String separator, @Nullable String... parts) {
        String joined =
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(separator));
        return joined.isEmpty() ? null : joined;
    }
}
