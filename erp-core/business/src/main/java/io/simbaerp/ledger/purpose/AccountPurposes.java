package io.simbaerp.ledger.purpose;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts chosen for purposes, by their codes. */
@Query(Duty.VIEW_LEDGER)
public class AccountPurposes {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AccountPurposes(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** All that are chosen. */
    public Map<AccountPurpose, String> all() {
        Map<AccountPurpose, String> codes = new EnumMap<>(AccountPurpose.class);
        jdbc.sql("""
                        select p.purpose, a.code
                          from ledger.account_purpose p
                          join ledger.account a on a.company_id = p.company_id and a.id = p.account_id
                         where p.company_id = :company""")
                .param("company", currentActor.company().value())
                .query((row, n) -> codes.put(AccountPurpose.valueOf(row.getString("purpose")), row.getString("code")))
                .list();
        return codes;
    }

    /**
     * The account for this purpose.
     *
     * @throws RuleViolation account-purpose.exchange-gain-missing and the like, one for each purpose
     */
    public String account(AccountPurpose purpose) {
        return Optional.ofNullable(all().get(purpose))
                .orElseThrow(() -> new RuleViolation("account-purpose." + purpose.word() + "-missing"));
    }
}
