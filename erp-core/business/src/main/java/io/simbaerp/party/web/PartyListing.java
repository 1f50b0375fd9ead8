package io.simbaerp.party.web;

import static io.simbaerp.page.list.ListColumn.Kind.LINK;
import static io.simbaerp.page.list.ListColumn.Kind.OWN;
import static io.simbaerp.page.list.ListColumn.Kind.TEXT;
import static io.simbaerp.page.list.ListColumn.Kind.WORD;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.BulkActions;
import io.simbaerp.page.list.ListCell;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSort;
import io.simbaerp.page.list.ListSource;
import io.simbaerp.party.Parties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of parties is made of: on its page, in REST and in files. */
@Component
class PartyListing implements ListSource {

    static final String KEY = Parties.LIST;

    private static final String OF_PARTY = " where %1$s.company_id = p.company_id and %1$s.party_id = p.id";
    private static final String STANDING = " and a.withdrawn_at is null";
    private static final String ACCOUNTS =
            "(select count(*) from party.bank_account a" + OF_PARTY.formatted("a") + STANDING + ")";
    private static final String OPEN_ACCOUNTS = "(select count(*) from party.bank_account a" + OF_PARTY.formatted("a")
            + STANDING + " and a.confirmed_at is null)";
    private static final String TAX_ID = "(select t.number from party.tax_id t" + OF_PARTY.formatted("t")
            + " order by t.position, t.number limit 1)";

    private static final String WAITING =
            "exists (select from party.supplier_creation c" + OF_PARTY.formatted("c") + " and c.state <> 'APPROVED')";

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.of("name", LINK, "p.name")
                    .sorted(ListSort.by("p.sort_name", ListSort.Type.TEXT))
                    .at("at-1"),
            ListColumn.of("tax-id", TEXT, TAX_ID).at("w-number at-2"),
            ListColumn.of("place", TEXT, "concat_ws(' ', p.postal_code, p.city)")
                    .at("desk-only"),
            ListColumn.of("country", TEXT, "p.country").at("w-small desk-only"),
            ListColumn.of(
                            "role",
                            WORD,
                            "case when p.supplier and p.customer then 'both' when p.supplier then 'supplier' else 'customer' end")
                    .words("party.role.")
                    .at("desk-only"),
            ListColumn.of(
                            "approval",
                            OWN,
                            "(select c.state from party.supplier_creation c" + OF_PARTY.formatted("c")
                                    + " and c.state <> 'APPROVED')")
                    .at("desk-only"),
            ListColumn.of("accounts", OWN, ACCOUNTS).beside(OPEN_ACCOUNTS).at("at-3 over"),
            ListColumn.of("street", TEXT, "p.street").at("desk-only").onRequest());

    private static final List<ListFilter> FILTERS = List.of(
            ListFilter.oneOf("role", "party.role.", conditions("supplier", "p.supplier", "customer", "p.customer")),
            ListFilter.oneOf(
                    "accounts",
                    "party.accounts.",
                    conditions(
                            "open", OPEN_ACCOUNTS + " > 0",
                            "confirmed", ACCOUNTS + " > 0 and " + OPEN_ACCOUNTS + " = 0",
                            "none", ACCOUNTS + " = 0")),
            ListFilter.oneOf(
                    "approval",
                    "party.approval.",
                    conditions("waiting", WAITING, "approved", "p.supplier and not " + WAITING)),
            ListFilter.of("country", ListFilter.Kind.TEXT, "p.country = upper(:country)"));

    private static final ListDescriptor LIST = new ListDescriptor(
            KEY,
            "/parties",
            Duty.VIEW_PARTY,
            "party",
            "party.party p",
            "p.company_id",
            "p.id",
            null,
            "p.id in (select party.search_party(:text))",
            "name",
            COLUMNS,
            FILTERS);

    private final RuleTexts texts;
    private final BulkActions actions;

    PartyListing(RuleTexts texts, BulkActions actions) {
        this.texts = texts;
        this.actions = actions;
    }

    @Override
    public ListDescriptor descriptor() {
        return LIST;
    }

    /** The module of invoices, above, offers its own. */
    @Override
    public List<BulkAction> actions() {
        return actions.of(KEY);
    }

    @Override
    public ListCell cell(String column, @Nullable Object value, @Nullable Object beside, UUID row) {
        if (column.equals("approval")) {
            return value == null
                    ? ListCell.text("")
                    : ListCell.pill("warn", texts.message("party.creation.state." + value, List.of()));
        }
        int all = value instanceof Number number ? number.intValue() : 0;
        int open = beside instanceof Number number ? number.intValue() : 0;
        String accounts = texts.message("party.count", List.of(all));
        return open == 0
                ? ListCell.text(accounts)
                : ListCell.pill("warn", accounts + ", " + texts.message("party.count-open", List.of(open)));
    }

    private static Map<String, String> conditions(String... namesAndConditions) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (int at = 0; at < namesAndConditions.length; at += 2) {
            conditions.put(namesAndConditions[at], namesAndConditions[at + 1]);
        }
        return conditions;
    }
}
