package io.simbaerp.integration.saft;

import io.simbaerp.company.TaxIdText;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The customers and suppliers of a SAF-T file. Whoever shares a tax id is one partner; without one, whoever has the same
 * number or, once as a customer and once as a supplier, the same name.
 */
final class SaftPartners {

    private static final String UNKNOWN_COUNTRY = "NO";
    private static final int MOST_TAX_IDS = 20;

    /** Less than five figures, or nothing but zeros, is what people type where an id is asked for and there is none. */
    private static final String TAX_ID = "(?=.*[1-9])(.*[0-9]){5}.*";

    private final Map<String, PartyDraft> partners = new LinkedHashMap<>();
    private final Map<String, String> namedBy = new HashMap<>();
    private final Map<String, String> keyOf = new HashMap<>();
    private final Map<String, String> numberOf = new HashMap<>();
    private final Set<String> namesWithIds = new HashSet<>();
    private final Set<String> namesWithout = new HashSet<>();

    /** A customer or supplier; whoever is both comes twice and is one partner. */
    void add(SaftElement element, boolean supplier) {
        String number = element.text(supplier ? "SupplierID" : "CustomerID");
        List<String> taxIds = taxIds(element);
        String known = taxIds.stream()
                .filter(keyOf::containsKey)
                .findFirst()
                .map(keyOf::get)
                .orElse(taxIds.isEmpty() ? "" : taxIds.get(0));
        String name = partners.containsKey(known) ? "" : name(element, number, supplier, taxIds.isEmpty());
        String key = known.isEmpty() ? "name " + small(name) : known;
        PartyDraft before = partners.get(key);
        PartyDraft draft = new PartyDraft(
                before == null ? name : before.name(),
                joined(before, taxIds, key),
                before == null ? address(element) : before.address(),
                supplier || (before != null && before.supplier()),
                !supplier || (before != null && before.customer()));
        partners.put(key, draft);
        draft.taxIds().forEach(id -> keyOf.put(id, key));
        namedBy.put(role(supplier) + number, known.isEmpty() ? draft.name() : known);
    }

    private static List<String> taxIds(SaftElement element) {
        return Stream.concat(
                        element.all("TaxRegistration").stream().map(one -> one.text("TaxRegistrationNumber")),
                        Stream.of(element.text("RegistrationNumber")))
                .map(TaxIdText::digits)
                .filter(id -> id.matches(TAX_ID))
                .distinct()
                .toList();
    }

    /** An id belongs to who had it first. */
    private List<String> joined(@Nullable PartyDraft before, List<String> taxIds, String key) {
        return Stream.concat(before == null ? Stream.of() : before.taxIds().stream(), taxIds.stream())
                .filter(id -> keyOf.getOrDefault(id, key).equals(key))
                .distinct()
                .limit(MOST_TAX_IDS)
                .toList();
    }

    /** A name that would stand for several partners is told apart by the number. */
    private String name(SaftElement element, String number, boolean supplier, boolean bare) {
        String name = element.text("Name").replaceAll("\\s+", " ");
        while (bare ? isTaken(name, number, supplier) : namesWithout.contains(small(name))) {
            name = name + " (" + number + ")";
        }
        (bare ? namesWithout : namesWithIds).add(small(name));
        numberOf.putIfAbsent(role(supplier) + small(name), number);
        return name;
    }

    private boolean isTaken(String name, String number, boolean supplier) {
        return namesWithIds.contains(small(name))
                || !numberOf.getOrDefault(role(supplier) + small(name), number).equals(number);
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Address address(SaftElement partner) {
        List<SaftElement> all = partner.all("Address");
        if (all.isEmpty()) {
            return new Address(null, null, null, null, null, UNKNOWN_COUNTRY);
        }
        SaftElement first = all.get(0);
        String street = (first.text("StreetName") + " " + first.text("Number")).strip();
        String country = first.text("Country");
        return new Address(
                orNull(street),
                orNull(first.text("AdditionalAddressDetail")),
                orNull(first.text("PostalCode")),
                orNull(first.text("City")),
                orNull(first.text("Region")),
                country.isEmpty() ? UNKNOWN_COUNTRY : country);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What our tables call the partner a line names; what they call him if he isn't among the partners. */
    String of(SaftElement line) {
        String supplier = line.text("SupplierID");
        String customer = line.text("CustomerID");
        if (supplier.isEmpty() && customer.isEmpty()) {
            return "";
        }
        String number = supplier.isEmpty() ? role(false) + customer : role(true) + supplier;
        return namedBy.getOrDefault(number, number);
    }

    private static String role(boolean supplier) {
        return supplier ? "supplier " : "customer ";
    }

    List<PartyDraft> all() {
        return List.copyOf(partners.values());
    }
}
