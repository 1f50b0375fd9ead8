package io.simbaerp.party.creation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.Iban;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.PolishTaxId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What speaks against a supplier: a partner we have already, a number that cannot be right, another country than it says. */
@Query(Duty.BELONG_TO_COMPANY)
public class SupplierChecks {

    private static final int POLISH = 10;

    private final Parties parties;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    SupplierChecks(Parties parties, JdbcClient jdbc, CurrentActor currentActor) {
        this.parties = parties;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** What may be found. */
    public enum Kind {
        /** Another partner has the same tax id but for the prefix of the country. */
        SAME_TAX_ID,
        /** Another partner is called the same but for accents, marks and the legal form. */
        SAME_NAME,
        /** Another partner has the same bank account. */
        SAME_ACCOUNT,
        /** The check digit of a Polish NIP is wrong. */
        NIP_WRONG,
        /** It is not written as numbers of its country are. */
        VAT_ID_WRONG,
        /** The tax id is of another country than the address. */
        VAT_ID_OF_OTHER_COUNTRY,
        /** A bank account lies in another country than the address. */
        ACCOUNT_IN_OTHER_COUNTRY,
        /** It has no tax id at all. */
        TAX_ID_MISSING
    }

    /**
     * One finding.
     *
     * @param detail the number or name it is about
     * @param other the partner that has it too
     */
    public record Finding(
            Kind kind, String detail, @Nullable UUID other) {}

    /** Everything found; empty if nothing speaks against it, or there is no such partner. */
    public List<Finding> of(PartyId id) {
        return parties.byId(id).map(this::of).orElse(List.of());
    }

    private List<Finding> of(PartyView party) {
        List<Finding> found = new ArrayList<>(doubles(party.id()));
        if (party.taxIds().isEmpty()) {
            found.add(new Finding(Kind.TAX_ID_MISSING, party.name(), null));
        }
        party.taxIds().forEach(number -> form(number, party.country(), found));
        party.accounts().stream()
                .map(PartyAccount::iban)
                .filter(iban -> !iban.startsWith(party.country()))
                .forEach(iban -> found.add(new Finding(Kind.ACCOUNT_IN_OTHER_COUNTRY, Iban.grouped(iban), null)));
        return found;
    }

    private static void form(String number, String country, List<Finding> found) {
        boolean bare = number.matches("\\d{" + POLISH + "}");
        if (country.equals("PL") && bare) {
            if (!PolishTaxId.isValid(number)) {
                found.add(new Finding(Kind.NIP_WRONG, number, null));
            }
            return;
        }
        if (VatId.isPrefixed(number)) {
            if (!VatId.isWellFormed(number)) {
                found.add(new Finding(Kind.VAT_ID_WRONG, number, null));
            } else if (!VatId.country(number).equals(country)) {
                found.add(new Finding(Kind.VAT_ID_OF_OTHER_COUNTRY, number, null));
            }
        } else if (country.equals("PL")) {
            found.add(new Finding(Kind.NIP_WRONG, number, null));
        }
    }

    private List<Finding> doubles(PartyId party) {
        return jdbc.sql("""
                        select 'SAME_TAX_ID' as kind, o.number as detail, o.party_id as other
                          from party.tax_id t
                          join party.party p on p.company_id = t.company_id and p.id = t.party_id
                          join party.tax_id o on o.company_id = t.company_id and o.party_id <> t.party_id
                           and o.number = any (array[regexp_replace(t.number, '^[A-Z]{2,3}', ''), p.country || t.number])
                         where t.company_id = :company and t.party_id = :party
                        union all
                        select 'SAME_NAME', o.name, o.id
                          from party.party p
                          join party.party o on o.company_id = p.company_id and o.id <> p.id
                           and o.compared_name = p.compared_name
                         where p.company_id = :company and p.id = :party and p.compared_name <> ''
                        union all
                        select distinct 'SAME_ACCOUNT', a.iban, o.party_id
                          from party.bank_account a
                          join party.bank_account o on o.company_id = a.company_id and o.iban = a.iban
                           and o.party_id <> a.party_id and o.withdrawn_at is null
                         where a.company_id = :company and a.party_id = :party and a.withdrawn_at is null
                         order by 1 desc, 2, 3 limit 20""")
                .param("company", currentActor.company().value())
                .param("party", party.value())
                .query((row, n) -> new Finding(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("detail"),
                        row.getObject("other", UUID.class)))
                .list();
    }
}
