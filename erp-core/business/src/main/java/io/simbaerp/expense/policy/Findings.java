package io.simbaerp.expense.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.RegisteredInvoices;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what speaks against the lines of a claim: by the limits of the policy, and by what was claimed before. */
@Component
public class Findings {

    /** Of claims that came to nothing nothing is a repeat. */
    private static final String FOUND = """
            select l.id, l.position, 'SAME_RECEIPT' as kind, oc.number as first, null::numeric as amount, null::date as day,
                   l.claim_id
              from expense.line l
              join expense.line o on o.company_id = l.company_id and o.receipt_sha256 = l.receipt_sha256 and o.id <> l.id
              join expense.claim oc on oc.company_id = o.company_id and oc.id = o.claim_id
             where l.company_id = :company and l.claim_id = any (:claims) and oc.state not in ('REJECTED', 'WITHDRAWN')
             union
            select l.id, l.position, 'SAME_EXPENSE', oc.number, null, null, l.claim_id
              from expense.line l
              join expense.line o on o.company_id = l.company_id and o.spent_on = l.spent_on and o.gross = l.gross
               and o.currency = l.currency and o.id <> l.id and o.category = l.category
               and simba.fold(coalesce(o.merchant, '')) = simba.fold(coalesce(l.merchant, ''))
               and o.receipt_sha256 is distinct from l.receipt_sha256
              join expense.claim oc on oc.company_id = o.company_id and oc.id = o.claim_id
              join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
             where l.company_id = :company and l.claim_id = any (:claims) and oc.state not in ('REJECTED', 'WITHDRAWN')
               and (l.merchant is not null or oc.claimant = c.claimant)
             union
            select l.id, l.position, 'ABOVE_LIMIT', k.code, k.line_limit, null, l.claim_id
              from expense.line l
              join expense.category k on k.company_id = l.company_id and k.code = l.category
             where l.company_id = :company and l.claim_id = any (:claims) and l.base > k.line_limit
             union
            select l.id, l.position, 'NO_RECEIPT', l.no_receipt_reason, null, null, l.claim_id
              from expense.line l
              join expense.category k on k.company_id = l.company_id and k.code = l.category and k.kind = 'EXPENSE'
             where l.company_id = :company and l.claim_id = any (:claims) and l.receipt_sha256 is null
               and l.base > k.receipt_above
             union
            select l.id, l.position, 'TOO_OLD', null, :within, l.spent_on, l.claim_id
              from expense.line l
              join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
             where l.company_id = :company and l.claim_id = any (:claims)
               and l.spent_on < coalesce(c.sent_at::date, :today) - :within
             union
            select l.id, l.position, 'OUTSIDE_DAYS', null, null, l.spent_on, l.claim_id
              from expense.line l
              join expense.claim c on c.company_id = l.company_id and c.id = l.claim_id
             where l.company_id = :company and l.claim_id = any (:claims)
               and l.spent_on not between c.first_day and c.last_day
             order by 2, 3, 4""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final ExpensePolicies policies;
    private final RegisteredInvoices registered;

    Findings(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            ExpensePolicies policies,
            RegisteredInvoices registered) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.policies = policies;
        this.registered = registered;
    }

    /** By claim, in the order of the lines. */
    public Map<UUID, List<Finding>> of(Collection<UUID> claims, LocalDate today) {
        Map<UUID, List<Finding>> byClaim = new HashMap<>();
        jdbc.sql(FOUND)
                .param("company", currentActor.company().value())
                .param("claims", claims.toArray(UUID[]::new))
                .param("today", today)
                .param("within", policies.present().claimWithinDays())
                .query((ResultSet row) -> {
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
                        case OUTSIDE_DAYS, REGISTERED -> args.add(row.getObject("day", LocalDate.class));
                    }
                    byClaim.computeIfAbsent(row.getObject("claim_id", UUID.class), none -> new ArrayList<>())
                            .add(new Finding(row.getObject("id", UUID.class), kind, args));
                });
        addRegistered(claims, byClaim);
        return byClaim;
    }

    /** A line that names an invoice. */
    private record Named(UUID claim, UUID line, String number, RegisteredInvoices.Key key) {}

    private void addRegistered(Collection<UUID> claims, Map<UUID, List<Finding>> byClaim) {
        List<Named> named = jdbc.sql("""
                        select l.claim_id, l.id, l.document_number, l.merchant_tax_id from expense.line l
                         where l.company_id = :company and l.claim_id = any (:claims)
                           and l.document_number is not null and l.merchant_tax_id is not null
                         order by l.position, l.id""")
                .param("company", currentActor.company().value())
                .param("claims", claims.toArray(UUID[]::new))
                .query((row, n) -> new Named(
                        row.getObject("claim_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("document_number"),
                        RegisteredInvoices.Key.of(row.getString("merchant_tax_id"), row.getString("document_number"))))
                .list();
        if (named.isEmpty()) {
            return;
        }
        Set<RegisteredInvoices.Key> there =
                registered.among(named.stream().map(Named::key).toList());
        named.stream().filter(line -> there.contains(line.key())).forEach(line -> byClaim.computeIfAbsent(
                        line.claim(), none -> new ArrayList<>())
                .add(new Finding(line.line(), Finding.Kind.REGISTERED, List.of(line.number()))));
    }
}
