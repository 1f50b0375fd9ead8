package io.simbaerp.task.reading;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To which document a subject of tasks belongs, so that whatever happens to the subject enters its history. */
@Query(Duty.BELONG_TO_COMPANY)
public class SubjectDocuments {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    SubjectDocuments(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The documents of the tasks about this subject; none if no task ever was. */
    public List<Subject> documentsOf(Subject subject) {
        return jdbc
                .sql("""
                        select distinct document_id from task.task
                         where company_id = ? and subject_id = ? and subject_kind = ? and document_id is not null""")
                .params(currentActor.company().value(), subject.id(), subject.kind())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> new Subject("document", id))
                .toList();
    }

    /** What the tasks of this document are about: other records it became, such as an invoice. */
    public List<Subject> subjectsOf(UUID document) {
        return jdbc.sql("""
                        select distinct subject_kind, subject_id from task.task
                         where company_id = ? and document_id = ?""")
                .params(currentActor.company().value(), document)
                .query((row, number) ->
                        new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)))
                .list();
    }
}
