package io.simbaerp.task;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The tasks of the company acted for. */
interface DeskTasks extends JpaRepository<DeskTask, UUID> {

    List<DeskTask> findBySubjectIdAndState(UUID subjectId, TaskState state);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from DeskTask t where t.id = :id")
    Optional<DeskTask> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from DeskTask t where t.engineTaskId = :engineTaskId")
    Optional<DeskTask> lockByEngineTaskId(String engineTaskId);
}
