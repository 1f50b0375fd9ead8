package io.simbaerp.ledger.draft;

import io.simbaerp.ledger.proposal.EntryProposed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A draft ends when its entry is proposed, in the same transaction. */
@Component
class ProposedDrafts {

    private final JdbcClient jdbc;

    ProposedDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void proposed(EntryProposed event) {
        jdbc.sql("""
                        delete from ledger.entry_draft d using ledger.entry_proposal p
                         where p.company_id = :company and p.id = :proposal and d.company_id = p.company_id
                           and 'manual ' || d.id = p.idempotency_key""")
                .param("company", event.company().value())
                .param("proposal", event.proposalId())
                .update();
    }
}
