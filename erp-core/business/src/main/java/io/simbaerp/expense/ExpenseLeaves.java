package io.simbaerp.expense;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** In the integrity log: receipts, posted and rejected claims with their lines and where these were put, who is which partner. */
@Component
class ExpenseLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added(
                        "expense-claim",
                        "select x.id, to_jsonb(x) as record from expense.claim x"
                                + " where x.company_id = :company and x.state in ('POSTED', 'REJECTED')",
                        false),
                LeafKind.added(
                        "expense-line",
                        "select x.id, to_jsonb(x) as record from expense.line x"
                                + " join expense.claim c on c.company_id = x.company_id and c.id = x.claim_id"
                                + " where x.company_id = :company and c.state in ('POSTED', 'REJECTED')",
                        false),
                LeafKind.added(
                        "expense-coding",
                        "select x.line_id as id, to_jsonb(x) as record from expense.coding x"
                                + " join expense.line l on l.company_id = x.company_id and l.id = x.line_id"
                                + " join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id"
                                + " where x.company_id = :company and c.state = 'POSTED'",
                        false),
                LeafKind.added("expense-receipt", "expense.receipt"),
                LeafKind.addedWithKey("expense-employee", "expense.employee", "person_id"),
                LeafKind.settings("expense.category", "id", "id"),
                LeafKind.settings("expense.policy", "company_id", "company_id"));
    }
}
