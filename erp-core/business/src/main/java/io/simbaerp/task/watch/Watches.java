package io.simbaerp.task.watch;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the reader watches. */
@Query(Duty.WORK_ON_TASK)
public class Watches {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Watches(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Whether it is this, too. */
    public boolean have(Watched watched) {
        return jdbc.sql("""
                        select exists (select from task.watch
                                        where company_id = :company and person = :person
                                          and (task_id = :task or document_id = :document))""")
                .param("company", currentActor.company().value())
                .param("person", currentActor.get().principal().orElse(null), Types.OTHER)
                .param("task", watched.task(), Types.OTHER)
                .param("document", watched.document(), Types.OTHER)
                .query(Boolean.class)
                .single();
    }
}
