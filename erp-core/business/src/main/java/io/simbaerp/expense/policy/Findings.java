package io.simbaerp.expense.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what speaks against the lines of a claim: by the limits of the policy, and by what was claimed before. */
@Component
public class Findings {

    /** Of claims that came to nothing nothing is a repeat. */
    private static final String FOUND = """
            select l.id, l.position, 'SAME_RECEIPT' as kind, oc.number as first, null::numeric as amount, null::date as day
              from expense.line l
              join expense.line o on o.company_id = l.company_id and o.receipt_sha256 = l.receipt_sha256 and o.id <> l.id
              join expense.claim oc on oc.company_id = o.company_id and oc.id = o.claim_id
             where l.company_id = :company and l.claim_id = :claim and oc.state not in ('REJECTED', 'WITHDRAWN')
             union
            select l.id, l.position, 'SAME_EXPENSE', oc.number, null, null
              from expense.line l
              join expense.line o on o.company_id = l.company_id and o.spent_on = l.spent_on and o.gross = l.gross
               and o.currency = l.currency and o.id <> l.id and o.category = l.category
               and simba.fold(coalesce(o.merchant, '')) = simba.fold(coalesce(l.merchant, ''))
               and o.receipt_sha256 is distinct from l.receipt_sha256
              join expense.claim oc on oc.company_id = o.company_id and oc.id = o.claim_id
              join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
             where l.company_id = :company and l.claim_id = :claim and oc.state not in ('REJECTED', 'WITHDRAWN')
               and (l.merchant is not null or oc.claimant = c.claimant)
             union
            select l.id, l.position, 'ABOVE_LIMIT', k.code, k.line_limit, null
              from expense.line l
              join expense.category k on k.company_id = l.company_id and k.code = l.category
             where l.company_id = :company and l.claim_id = :claim and l.base > k.line_limit
             union
            select l.id, l.position, 'NO_RECEIPT', l.no_receipt_reason, null, null
              from expense.line l
              join expense.category k on k.company_id = l.company_id and k.code = l.category and k.kind = 'EXPENSE'
             where l.company_id = :company and l.claim_id = :claim and l.receipt_sha256 is null
               and l.base > k.receipt_above
             union
            select l.id, l.position, 'TOO_OLD', null, :within, l.spent_on
              from expense.line l
              join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
             where l.company_id = :company and l.claim_id = :claim
               and l.spent_on < coalesce(c.sent_at::date, :today) - :within
             union
            select l.id, l.position, 'OUTSIDE_DAYS', null, null, l.spent_on
              from expense.line l
              join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
             where l.company_id = :company and l.claim_id = :claim
               and l.spent_on not between c.first_day and c.last_day
             order by 2, 3, 4""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final ExpensePolicies policies;

    Findings(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, ExpensePolicies policies) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.policies = policies;
    }

    /** In the order of the lines. */
    public List<Finding> of(UUID claim, LocalDate today) {
        return jdbc.sql(FOUND)
                .param("company", currentActor.company().value())
                .param("claim", claim)
                .param("today", today)
                .param("within", policies.present().claimWithinDays())
                .query((row, n) -> {
                    List<Object> args = new ArrayList<>();
                    Finding.Kind kind = Finding.Kind.valueOf(row.getString("kind"));
                    switch (kind) {
                        case SAME_RECEIPT, SAME_EXPENSE, NO_RECEIPT -> args.add(String.valueOf(row.getString("first")));
                        case ABOVE_LIMIT ->
                            args.add(new Money(
                                    row.getBigDecimal("amount"),
                                    currentCompany.get().baseCurrency()));
                        case TOO_OLD -> {
                            args.add(row.getObject("day", LocalDate.class));
                            args.add(row.getInt("amount"));
                        }
                        case OUTSIDE_DAYS -> args.add(row.getObject("day", LocalDate.class));
                    }
                    return new Finding(row.getObject("id", UUID.class), kind, args);
                })
                .list();
    }
}
