package io.simbaerp.document.part;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came inside which document. */
@Query(Duty.VIEW_DOCUMENT)
public class Parts {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Documents documents;

    Parts(JdbcClient jdbc, CurrentActor currentActor, Documents documents) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.documents = documents;
    }

    /** The documents that came inside this one, in its own order. */
    public List<DocumentView> of(DocumentId container) {
        return documents(
                "select document_id from document.part where company_id = :company and container_id = :id"
                        + " order by position",
                container);
    }

    /** The documents this one came inside of; usually none or one. */
    public List<DocumentView> containersOf(DocumentId document) {
        return documents(
                "select distinct container_id from document.part where company_id = :company and document_id = :id",
                document);
    }

    private List<DocumentView> documents(String sql, DocumentId id) {
        return jdbc
                .sql(sql)
                .param("company", currentActor.company().value())
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .stream()
                .distinct()
                .map(DocumentId::new)
                .map(documents::byId)
                .flatMap(Optional::stream)
                .toList();
    }
}
