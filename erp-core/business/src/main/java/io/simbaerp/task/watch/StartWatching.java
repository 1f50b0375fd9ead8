package io.simbaerp.task.watch;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Documents;
import io.simbaerp.task.Tasks;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.UUID;

/** Puts a task, or every task about a document, among what a person watches. Watching it already changes nothing. */
@UseCase(Duty.WORK_ON_TASK)
public class StartWatching {

    private final WatchBook book;
    private final Tasks tasks;
    private final Documents documents;

    StartWatching(WatchBook book, Tasks tasks, Documents documents) {
        this.book = book;
        this.tasks = tasks;
        this.documents = documents;
    }

    /**
     * @throws NotFound of a task or document the person may not see
     * @throws io.simbaerp.architecture.MissingDuty if they may not read documents
     */
    public void watch(Watched watched) {
        require(watched);
        int added = book.jdbc()
                .sql("""
                        insert into task.watch (company_id, id, person, task_id, document_id, since)
                        values (:company, :id, :person, :task, :document, :now)
                        on conflict do nothing""")
                .param("company", book.company())
                .param("id", NewId.at(book.clock()))
                .param("person", book.person())
                .param("task", watched.task(), Types.OTHER)
                .param("document", watched.document(), Types.OTHER)
                .param("now", book.clock().instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added > 0) {
            book.tell();
        }
    }

    private void require(Watched watched) {
        UUID document = watched.document();
        if (watched.task() != null) {
            tasks.shown(watched.task());
        } else if (document != null && documents.byId(new DocumentId(document)).isEmpty()) {
            throw new NotFound("document", document);
        }
    }
}
