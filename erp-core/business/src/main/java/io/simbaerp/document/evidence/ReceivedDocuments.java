package io.simbaerp.document.evidence;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.party.EvidenceDocuments;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the company has received. */
@Component
class ReceivedDocuments implements EvidenceDocuments {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ReceivedDocuments(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public boolean has(UUID document) {
        return jdbc.sql("select exists (select from document.document where company_id = ? and id = ?)")
                .params(currentActor.company().value(), document)
                .query(Boolean.class)
                .single();
    }
}
