package io.simbaerp.expense.web;

import static io.simbaerp.page.list.ListColumn.Kind.AMOUNT;
import static io.simbaerp.page.list.ListColumn.Kind.DATE;
import static io.simbaerp.page.list.ListColumn.Kind.INSTANT;
import static io.simbaerp.page.list.ListColumn.Kind.LINK;
import static io.simbaerp.page.list.ListColumn.Kind.TEXT;
import static io.simbaerp.page.list.ListColumn.Kind.WORD;

import io.simbaerp.architecture.Duty;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSort;
import io.simbaerp.page.list.ListSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of claims is made of: everybody their own, those who approve or code also what others sent. */
@Component
class ClaimListing implements ListSource {

    static final String KEY = "expense-claims";

    private static final String FROM = "expense.claim c join identity.user_account u on u.id = c.claimant"
            + " join company.company y on y.company_id = c.company_id";

    private static final String SEEN = "(c.claimant = :person or c.sent_at is not null and cast(:duties as text[])"
            + " && array['APPROVE_EXPENSE', 'APPROVE_EXPENSE_ABOVE_LIMIT', 'CODE_EXPENSE', 'VIEW_AUDIT'])";

    private static final String TOTAL = "(select coalesce(sum(l.base), 0) from expense.line l"
            + " where l.company_id = c.company_id and l.claim_id = c.id)";

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.of("number", LINK, "c.number")
                    .sorted(ListSort.byUnique("c.number", ListSort.Type.TEXT))
                    .at("w-number at-3"),
            ListColumn.of("purpose", TEXT, "c.purpose").at("cutcell at-1"),
            ListColumn.of("claimant", TEXT, "u.display_name").at("desk-only"),
            ListColumn.of("state", WORD, "c.state").words("expense.state.").at("w-state at-2"),
            ListColumn.of("total", AMOUNT, TOTAL).beside("y.base_currency").at("at-4"),
            ListColumn.of("firstDay", DATE, "c.first_day").at("w-date desk-only"),
            ListColumn.of("lastDay", DATE, "c.last_day").at("w-date desk-only"),
            ListColumn.of("sent", INSTANT, "c.sent_at").at("desk-only"));

    private static final List<ListFilter> FILTERS = List.of(
            ListFilter.choice("state", "c.state", names(), "expense.state."),
            ListFilter.oneOf(
                    "whose",
                    "expense.whose.",
                    Map.of("mine", "c.claimant = :person", "others", "c.claimant <> :person")),
            ListFilter.of("from", ListFilter.Kind.DATE, "c.last_day >= :from"),
            ListFilter.of("to", ListFilter.Kind.DATE, "c.first_day <= :to"));

    /** A person has some dozens, a company some thousands a year: they are looked through. */
    private static final String SEARCH =
            "position(simba.fold(:text) in simba.fold(c.number || ' ' || c.purpose || ' ' || u.display_name)) > 0";

    private static final ListDescriptor LIST = new ListDescriptor(
            KEY,
            "/expenses",
            Duty.BELONG_TO_COMPANY,
            "expense.list",
            FROM,
            "c.company_id",
            "c.id",
            SEEN,
            SEARCH,
            "-number",
            COLUMNS,
            FILTERS);

    @Override
    public ListDescriptor descriptor() {
        return LIST;
    }

    @Override
    public @Nullable String tone(String column, String value) {
        return column.equals("state") ? ClaimPages.tone(ClaimState.valueOf(value)) : null;
    }

    private static List<String> names() {
        return Stream.of(ClaimState.values()).map(Enum::name).toList();
    }
}
