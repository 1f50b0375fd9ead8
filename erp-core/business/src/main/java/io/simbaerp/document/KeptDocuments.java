package io.simbaerp.document;

import io.simbaerp.architecture.NotFound;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The documents of the company acted for. */
interface KeptDocuments extends Repository<Document, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Document d where d.id = :id")
    Optional<Document> lockById(UUID id);

    void flush();

    /** The document, locked until the transaction ends. */
    default Document locked(DocumentId id) {
        return lockById(id.value()).orElseThrow(() -> new NotFound("document", id));
    }
}
