package io.simbaerp.task.timing;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tasks a rule is to act on one by one; each is looked at once more when it is its turn. */
@Query(Duty.RUN_PROCESS)
public class TasksToActOn {

    static final int MOST = 500;

    private final LateTasks lateTasks;

    TasksToActOn(LateTasks lateTasks) {
        this.lateTasks = lateTasks;
    }

    /**
     * The longest due first.
     *
     * @param steps how many steps above; none where nobody above is told
     * @param after the last that was acted on or refused to be, so that it never stands before all others
     */
    public List<UUID> of(TimeRule rule, int steps, Instant until, @Nullable UUID after) {
        return lateTasks.seen(rule, steps, until, after, MOST);
    }
}
