package io.simbaerp.ledger.integrity;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The books in the integrity log: entries whole with their lines, allocations, and the chart they are kept by. */
@Component
class LedgerLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added("journal-entry", """
                        select x.id, to_jsonb(x) || jsonb_build_object('lines', (
                                   select jsonb_agg(to_jsonb(l) order by l.line_number) from ledger.journal_line l
                                    where l.company_id = x.company_id and l.entry_id = x.id
                                      and l.posting_date = x.posting_date)) as record
                          from ledger.journal_entry x where x.company_id = :company""", true),
                LeafKind.added("allocation", "ledger.allocation"),
                LeafKind.added("settlement", "ledger.settlement"),
                LeafKind.settings("ledger.account_purpose", "id", "id"),
                LeafKind.settings("ledger.account", "id", "id"),
                LeafKind.settings("ledger.journal", "id", "id"),
                LeafKind.settings("ledger.cost_centre", "id", "id"),
                LeafKind.addedWithKey("line-reversal", "ledger.line_reversal", "entry_id", "line_number"),
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
