package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.ContactPerson;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.TaxRepresentative;
import io.simbaerp.invoice.received.polish.FurtherParty;
import io.simbaerp.invoice.received.polish.FurtherParty.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Seller, buyer and everybody else on an FA. */
final class FaParties {

    static final String POLAND = "PL";

    static final List<Role> ROLES = List.of(
            Role.FACTOR,
            Role.RECIPIENT,
            Role.ORIGINAL_ENTITY,
            Role.ADDITIONAL_BUYER,
            Role.ISSUER,
            Role.PAYER,
            Role.LOCAL_GOVERNMENT_ISSUER,
            Role.LOCAL_GOVERNMENT_RECIPIENT,
            Role.VAT_GROUP_ISSUER,
            Role.VAT_GROUP_RECIPIENT,
            Role.EMPLOYEE);

    static final List<Role> AUTHORISED = List.of(Role.ENFORCEMENT_AUTHORITY, Role.BAILIFF, Role.TAX_REPRESENTATIVE);

    /** StatusInfoPodatnika in the words of the law. */
    static final Map<String, String> STATES =
            Map.of("1", "w likwidacji", "2", "w restrukturyzacji", "3", "w upadłości", "4", "w spadku");

    private static final Pattern TOWN = Pattern.compile("([0-9]{2}-[0-9]{3}) +(\\S.*)");
    private static final Pattern STREET_AND_TOWN = Pattern.compile("(\\S.*?),? +([0-9]{2}-[0-9]{3}) +(\\S.*)");

    private final XmlElement root;

    FaParties(XmlElement root) {
        this.root = root;
    }

    Seller seller() {
        XmlElement seller = root.first("Podmiot1");
        XmlElement registers = root.first("Stopka/Rejestry");
        String krs = registers.text("KRS");
        String state = seller.text("StatusInfoPodatnika");
        return new Seller(
                seller.text("DaneIdentyfikacyjne/Nazwa"),
                registers.text("PelnaNazwa"),
                identifiers(seller, registers),
                krs == null ? null : Identifier.of(krs, "KRS"),
                nip(seller.first("DaneIdentyfikacyjne")),
                null,
                state == null ? null : STATES.get(state),
                null,
                address(seller.first("Adres")),
                contact(seller));
    }

    private static List<Identifier> identifiers(XmlElement seller, XmlElement registers) {
        List<Identifier> identifiers = new ArrayList<>();
        identify(identifiers, registers.text("REGON"), "REGON");
        identify(identifiers, registers.text("BDO"), "BDO");
        identify(identifiers, seller.text("NrEORI"), "EORI");
        return identifiers;
    }

    private static void identify(List<Identifier> identifiers, @Nullable String value, String scheme) {
        if (value != null) {
            identifiers.add(Identifier.of(value, scheme));
        }
    }

    Buyer buyer() {
        XmlElement buyer = root.first("Podmiot2");
        XmlElement identity = buyer.first("DaneIdentyfikacyjne");
        String other = identity.text("NrID");
        String customer = buyer.text("NrKlienta");
        return new Buyer(
                identity.text("Nazwa"),
                null,
                customer == null ? null : Identifier.of(customer, null),
                other == null ? null : Identifier.of(other, identity.text("KodKraju")),
                vatIdentifier(identity),
                null,
                address(buyer.first("Adres")),
                contact(buyer));
    }

    /** The factor the claim was sold to. */
    @Nullable
    Payee payee() {
        for (XmlElement party : root.all("Podmiot3")) {
            if ("1".equals(party.text("Rola"))) {
                XmlElement identity = party.first("DaneIdentyfikacyjne");
                String taxId = taxId(identity);
                return new Payee(identity.text("Nazwa"), null, taxId == null ? null : Identifier.of(taxId, "NIP"));
            }
        }
        return null;
    }

    @Nullable
    TaxRepresentative taxRepresentative() {
        XmlElement party = root.first("PodmiotUpowazniony");
        if (!"3".equals(party.text("RolaPU"))) {
            return null;
        }
        XmlElement identity = party.first("DaneIdentyfikacyjne");
        return new TaxRepresentative(identity.text("Nazwa"), nip(identity), address(party.first("Adres")));
    }

    /** Podmiot3, then PodmiotUpowazniony. */
    List<FurtherParty> others() {
        List<FurtherParty> others = new ArrayList<>();
        for (XmlElement party : root.all("Podmiot3")) {
            others.add(party(party, role(ROLES, party.text("Rola"))));
        }
        XmlElement authorised = root.first("PodmiotUpowazniony");
        if (authorised.exists()) {
            others.add(party(authorised, role(AUTHORISED, authorised.text("RolaPU"))));
        }
        return others;
    }

    /** Seller or buyer as an original named them. */
    static FurtherParty before(XmlElement party, Role role) {
        return party(party, role);
    }

    private static FurtherParty party(XmlElement party, Role role) {
        XmlElement identity = party.first("DaneIdentyfikacyjne");
        return new FurtherParty(
                role,
                party.text("OpisRoli"),
                identity.text("Nazwa"),
                taxId(identity),
                address(party.first("Adres")),
                party.decimal("Udzial"),
                party.text("NrKlienta"));
    }

    private static Role role(List<Role> roles, @Nullable String number) {
        for (int i = 0; i < roles.size(); i++) {
            if (String.valueOf(i + 1).equals(number)) {
                return roles.get(i);
            }
        }
        return Role.OTHER;
    }

    /** FA has two free lines; only a Polish postcode and town are told apart, where they stand as usual. */
    static @Nullable PostalAddress address(XmlElement address) {
        if (!address.exists()) {
            return null;
        }
        String one = address.text("AdresL1");
        String two = address.text("AdresL2");
        String country = address.text("KodKraju");
        Matcher town = TOWN.matcher(Objects.requireNonNullElse(two, ""));
        if (POLAND.equals(country) && town.matches()) {
            return new PostalAddress(one, null, null, town.group(2), town.group(1), null, country);
        }
        Matcher whole = STREET_AND_TOWN.matcher(Objects.requireNonNullElse(one, ""));
        if (POLAND.equals(country) && two == null && whole.matches()) {
            return new PostalAddress(whole.group(1), null, null, whole.group(3), whole.group(2), null, country);
        }
        return new PostalAddress(one, two, null, null, null, null, country);
    }

    private static @Nullable ContactPerson contact(XmlElement party) {
        String email = party.text("DaneKontaktowe/Email");
        String telephone = party.text("DaneKontaktowe/Telefon");
        return email == null && telephone == null ? null : new ContactPerson(null, telephone, email);
    }

    private static @Nullable String taxId(XmlElement identity) {
        String vat = vatIdentifier(identity);
        if (vat != null) {
            return vat;
        }
        String internal = identity.text("IDWew");
        return internal != null ? internal : other(identity);
    }

    private static @Nullable String other(XmlElement identity) {
        String number = identity.text("NrID");
        return number == null ? null : Objects.requireNonNullElse(identity.text("KodKraju"), "") + number;
    }

    private static @Nullable String vatIdentifier(XmlElement identity) {
        String nip = nip(identity);
        if (nip != null) {
            return nip;
        }
        String number = identity.text("NrVatUE");
        return number == null ? null : Objects.requireNonNullElse(identity.text("KodUE"), "") + number;
    }

    private static @Nullable String nip(XmlElement identity) {
        String nip = identity.text("NIP");
        return nip == null ? null : POLAND + nip;
    }
}
