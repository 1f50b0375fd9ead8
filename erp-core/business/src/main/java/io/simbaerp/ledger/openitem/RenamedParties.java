package io.simbaerp.ledger.openitem;

import io.simbaerp.party.PartyChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets open items show the present name of their party, in the transaction that changes it. */
@Component
class RenamedParties {

    private final JdbcClient jdbc;

    RenamedParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(PartyChanged changed) {
        jdbc.sql("select ledger.rename_party(:party)")
                .param("party", changed.partyId().value())
                .query((row, n) -> n)
                .list();
    }
}
