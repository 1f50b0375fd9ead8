package io.simbaerp.document.office;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.RecordNames;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What documents are called, for whoever reads the audit trail; of confidential ones only to those who may see them. */
@Query(Duty.VIEW_AUDIT)
public class DocumentNames implements RecordNames {

    private static final String KIND = "document";

    private final Documents documents;

    DocumentNames(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Map<Subject, String> of(Collection<Subject> records) {
        List<UUID> ids = records.stream()
                .filter(record -> record.kind().equals(KIND))
                .map(Subject::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : documents.byIds(ids).stream()
                        .collect(Collectors.toMap(
                                document -> new Subject(KIND, document.id().value()), DocumentNames::name));
    }

    private static String name(DocumentView document) {
        return Stream.of(document.number(), document.title())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
