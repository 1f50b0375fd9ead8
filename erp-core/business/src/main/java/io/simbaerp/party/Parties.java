package io.simbaerp.party;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.TaxIdText;
import io.simbaerp.money.Iban;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The company's business partners. */
@Query(Duty.VIEW_PARTY)
public class Parties {

    /** The name of their list. */
    public static final String LIST = "parties";

    private final PartyRows rows;

    Parties(PartyRows rows) {
        this.rows = rows;
    }

    public Optional<PartyView> byId(PartyId id) {
        return rows.byId(id);
    }

    /** These parties, by name. */
    public List<PartyView> byIds(Collection<PartyId> ids) {
        return rows.byIds(ids);
    }

    /** The party with this tax id, written with or without its country's prefix and separators. */
    public Optional<PartyView> byTaxId(String taxId) {
        return rows.byTaxId(TaxIdText.digits(taxId));
    }

    /** The one party with just this name, in small or capital letters; nothing if several are called so. */
    public Optional<PartyView> called(String name) {
        return rows.called(name.strip());
    }

    /**
     * Whom each of these names: the party of the tax id, or else the only one called so. One statement, however many.
     *
     * @param names the names, each with the tax id it may be, or nothing where it can't be one
     * @return the names that name somebody, and whom
     */
    public Map<String, UUID> named(Map<String, Optional<String>> names) {
        return names.isEmpty() ? Map.of() : rows.named(names);
    }

    /** The one party with this bank account, or nothing if none or several have it. */
    public Optional<PartyView> byIban(String iban) {
        return Iban.parse(iban).flatMap(rows::byIban);
    }

    /** Those of them that there are, in this order. */
    public List<PartyView> byIds(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : rows.byIds(ids);
    }

    /** By a part of the name, or the whole tax id or account; by name, starting after this party. */
    public List<PartyView> search(@Nullable String text, @Nullable PartyId after, int limit) {
        return rows.search(text == null ? "" : text.strip(), after, limit);
    }
}
