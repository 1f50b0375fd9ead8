package io.simbaerp.document.attachment;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.archive.StoredOriginal;
import io.simbaerp.document.DocumentId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down that a file belongs to a document, behind those that are there. */
@Component
class AttachmentRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    AttachmentRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    void add(DocumentId document, AttachmentDraft file, StoredOriginal stored) {
        jdbc.sql("""
                        insert into document.attachment
                               (company_id, id, document_id, position, file_name, media_type, description, sha256, size)
                        select :company, :id, :document, coalesce(max(position), 0) + 1, :fileName, :mediaType,
                               :description, :sha256, :size
                          from document.attachment where company_id = :company and document_id = :document""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("document", document.value())
                .param("fileName", file.fileName())
                .param("mediaType", file.mediaType())
                .param("description", file.description())
                .param("sha256", stored.sha256())
                .param("size", stored.size())
                .update();
    }
}
