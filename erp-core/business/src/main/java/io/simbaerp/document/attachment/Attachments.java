package io.simbaerp.document.attachment;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.archive.OpenOriginal;
import io.simbaerp.document.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files a document carried inside. */
@Query(Duty.VIEW_DOCUMENT)
public class Attachments {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final OpenOriginal openOriginal;

    Attachments(JdbcClient jdbc, CurrentActor currentActor, OpenOriginal openOriginal) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.openOriginal = openOriginal;
    }

    /** All of a document, in its own order. */
    public List<AttachmentView> of(DocumentId document) {
        return jdbc.sql("""
                        select id, file_name, media_type, description, sha256, size from document.attachment
                         where company_id = :company and document_id = :document order by position""")
                .param("company", currentActor.company().value())
                .param("document", document.value())
                .query(this::view)
                .list();
    }

    /**
     * One of them.
     *
     * @throws NotFound if the document has no such attachment
     */
    public AttachmentView one(DocumentId document, UUID attachment) {
        return of(document).stream()
                .filter(each -> each.id().equals(attachment))
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment", attachment));
    }

    private AttachmentView view(ResultSet row, int number) throws SQLException {
        String sha256 = row.getString("sha256");
        return new AttachmentView(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("description"),
                sha256,
                row.getLong("size"),
                openOriginal.lock(sha256).orElse(null));
    }
}
