package io.simbaerp.ledger.integrity;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The books in the integrity log: entries whole with their lines and open items, allocations, valuations, what was
 * asserted of balances, plans, and the chart they are kept by. */
@Component
class LedgerLeaves implements IntegrityLeaves {

    private static final String LINES = """
            (select jsonb_agg(to_jsonb(l) order by l.line_number) from ledger.journal_line l
              where l.company_id = x.company_id and l.entry_id = x.id and l.posting_date = x.posting_date)""";

    /**
     * What is left of an item changes with its allocations, which are leaves of their own: left and allocated together stay
     * what they were, in both currencies.
     */
    private static final String ITEMS = """
            , 'items', (
                   select jsonb_agg(to_jsonb(i) - '{remaining, settled, base_allocated}'::text[]
                                    || jsonb_build_object(
                                           'whole', trim_scale(i.remaining + sign(i.amount) * coalesce(a.amount, 0)),
                                           'unexplained', trim_scale(i.base_allocated - coalesce(a.of_books, 0)))
                                    order by i.line_number)
                     from ledger.open_item i
                    cross join lateral (
                          select sum(t.amount) as amount, sum(t.of_books) as of_books
                            from (select a.amount, a.item_base as of_books from ledger.allocation a
                                   where a.company_id = i.company_id and a.item_id = i.id
                                  union all
                                  select a.against_amount, a.against_base from ledger.allocation a
                                   where a.company_id = i.company_id and a.against_id = i.id) t) a
                    where i.company_id = x.company_id and i.entry_id = x.id)""";

    private static String entriesWith(String parts) {
        return "select x.id, to_jsonb(x) || jsonb_build_object(" + parts
                + ") as record from ledger.journal_entry x where x.company_id = :company";
    }

    /** What was written first of a record that may be ended once. */
    private static String withoutEnd(String table, String columns) {
        return "select x.id, to_jsonb(x) - '{" + columns + "}'::text[] as record from " + table
                + " x where x.company_id = :company";
    }

    /** That such a record was ended, when, by whom and why. */
    private static String end(String table, String at, String by, String why) {
        return "select x.id, jsonb_build_object('id', x.id, '" + at + "', x." + at + ", '" + by + "', x." + by + ", '"
                + why + "', x." + why + ") as record from " + table + " x where x.company_id = :company and x." + at
                + " is not null";
    }

    @Override
    public List<LeafKind> kinds() {
        return Stream.of(entries(), findings(), plans(), settings())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LeafKind> entries() {
        return List.of(
                new LeafKind(
                        "journal-entry",
                        List.of(entriesWith("'lines', " + LINES), entriesWith("'lines', " + LINES + ITEMS)),
                        LeafKind.Order.BY_TIME,
                        null),
                LeafKind.added("allocation", "ledger.allocation"),
                LeafKind.added("settlement", "ledger.settlement"),
                LeafKind.addedWithKey("line-reversal", "ledger.line_reversal", "entry_id", "line_number"));
    }

    private static List<LeafKind> findings() {
        return List.of(
                LeafKind.added(
                        "balance-assertion",
                        withoutEnd("ledger.balance_assertion", "withdrawn_at, withdrawn_by, withdrawn_for"),
                        true),
                LeafKind.added(
                        "balance-assertion-withdrawn",
                        end("ledger.balance_assertion", "withdrawn_at", "withdrawn_by", "withdrawn_for"),
                        false),
                LeafKind.added("assertion-check", "ledger.assertion_check"),
                LeafKind.added(
                        "revaluation",
                        withoutEnd("ledger.revaluation", "taken_back_at, taken_back_by, taken_back_for"),
                        true),
                LeafKind.added(
                        "revaluation-taken-back",
                        end("ledger.revaluation", "taken_back_at", "taken_back_by", "taken_back_for"),
                        false),
                LeafKind.addedWithKey("revalued-item", "ledger.revalued_item", "revaluation_id", "item_id"),
                LeafKind.addedWithKey("revalued-account", "ledger.revalued_account", "revaluation_id", "account_id"));
    }

    /** Days of a plan, and what was posted on them; why one was refused last is a note and no record. */
    private static List<LeafKind> plans() {
        String id = "select md5(concat_ws('/', x.plan_id::text, x.occurrence::text))::uuid as id, ";
        String from = " as record from ledger.planned_entry x where x.company_id = :company";
        return List.of(
                LeafKind.settings("ledger.entry_plan", "id", "id"),
                LeafKind.added("planned-entry", id + "to_jsonb(x) - '{entry_id, refusal}'::text[]" + from, false),
                LeafKind.added(
                        "planned-entry-posted",
                        id
                                + "jsonb_build_object('plan_id', x.plan_id, 'occurrence', x.occurrence, 'entry_id', x.entry_id)"
                                + from + " and x.entry_id is not null",
                        false));
    }

    private static List<LeafKind> settings() {
        return List.of(
                LeafKind.settings("ledger.budget", "cost_centre_id", "id"),
                LeafKind.settings("ledger.entry_limit", "company_id", "company_id"),
                LeafKind.settings("ledger.account_purpose", "id", "id"),
                LeafKind.settings("ledger.account", "id", "id"),
                LeafKind.settings("ledger.journal", "id", "id"),
                LeafKind.settings("ledger.cost_centre", "id", "id"),
                LeafKind.settings("ledger.cost_centre_owner", "cost_centre_id", "id"),
                LeafKind.settings("ledger.axis", "id", "id"),
                LeafKind.settings("ledger.axis_value", "axis_id", "id"),
                LeafKind.settings("ledger.account_axis", "account_id", "id"),
                LeafKind.settings("ledger.entry_template", "id", "id"),
                LeafKind.settings("ledger.entry_template_line", "template_id", "template_id", "line"),
                LeafKind.settings("ledger.book_policy", "company_id", "company_id"),
                LeafKind.settings("ledger.distribution", "id", "id"),
                LeafKind.settings("ledger.distribution_part", "distribution_id", "distribution_id", "part"));
    }
}
