package io.simbaerp.ledger.purpose;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes which account serves which purpose. */
@Component
class PurposeRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    PurposeRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Another account than before is taken from now on. */
    void appoint(AccountPurpose purpose, UUID account) {
        insert(purpose, account, "do update set account_id = excluded.account_id");
    }

    /** The account is taken unless somebody chose one. */
    void propose(AccountPurpose purpose, UUID account) {
        insert(purpose, account, "do nothing");
    }

    private void insert(AccountPurpose purpose, UUID account, String otherwise) {
        jdbc.sql("""
                        insert into ledger.account_purpose (company_id, id, purpose, account_id)
                        values (:company, :id, :purpose, :account)
                        on conflict on constraint account_purpose_is_served_by_one\s""" + otherwise)
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("purpose", purpose.name())
                .param("account", account)
                .update();
    }
}
