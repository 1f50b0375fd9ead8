package io.simbaerp.task.watch;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.sql.Types;

/** Takes a task or document away from what a person watches. */
@UseCase(Duty.WORK_ON_TASK)
public class StopWatching {

    private final WatchBook book;

    StopWatching(WatchBook book) {
        this.book = book;
    }

    /** @throws NotFound if they don't watch it */
    public void stop(Watched watched) {
        int removed = book.jdbc()
                .sql("""
                        delete from task.watch
                         where company_id = :company and person = :person
                           and (task_id = :task or document_id = :document)""")
                .param("company", book.company())
                .param("person", book.person())
                .param("task", watched.task(), Types.OTHER)
                .param("document", watched.document(), Types.OTHER)
                .update();
        if (removed == 0) {
            throw new NotFound(watched.kind(), watched.id());
        }
        book.tell();
    }
}
