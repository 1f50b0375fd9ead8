package io.simbaerp.document.office;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many documents the reader may see in the company acted for: confidential ones of others don't count. */
@Query(Duty.VIEW_DOCUMENT)
public class DocumentCounts {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    DocumentCounts(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    public int all() {
        return count("true");
    }

    /** Those on their way to a decision. */
    public int inProcess() {
        return count("state = 'IN_PROCESS'");
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from document.document where company_id = ? and " + condition)
                .param(currentActor.company().value())
                .query(Integer.class)
                .single();
    }
}
