package io.simbaerp.task.live;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.session.OngoingSessions;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads how tasks stand, as the one who listens and with what they may see at this moment. */
@Component
class LiveTasks {

    private final Tasks tasks;
    private final Memberships memberships;
    private final OngoingSessions sessions;
    private final CurrentActor currentActor;
    private final ActorNames names;
    private final RuleTexts texts;

    LiveTasks(
            Tasks tasks,
            Memberships memberships,
            OngoingSessions sessions,
            CurrentActor currentActor,
            ActorNames names,
            RuleTexts texts) {
        this.tasks = tasks;
        this.memberships = memberships;
        this.sessions = sessions;
        this.currentActor = currentActor;
        this.names = names;
        this.texts = texts;
    }

    /** How these stand for the reader; nothing once the reader may not ask any more. */
    Optional<List<LiveTask>> of(LiveReader reader, Collection<UUID> ids) {
        return acting(reader).map(acting -> ids.isEmpty() ? List.of() : read(acting, reader, List.copyOf(ids)));
    }

    private Optional<Acting> acting(LiveReader reader) {
        if (reader.session() != null && !sessions.isOpen(reader.session())) {
            return Optional.empty();
        }
        Optional<Acting> acting = reader.onBehalfOf() == null
                ? memberships.acting(reader.person(), reader.company())
                : memberships.onBehalf(reader.person(), reader.onBehalfOf(), reader.company());
        return acting.filter(one -> one.may(Duty.WORK_ON_TASK));
    }

    private List<LiveTask> read(Acting acting, LiveReader reader, List<UUID> ids) {
        LocaleContextHolder.setLocale(reader.language());
        try {
            return currentActor.as(acting, () -> {
                Map<UUID, TaskView> seen =
                        tasks.byIds(ids).stream().collect(Collectors.toMap(TaskView::id, Function.identity()));
                return ids.stream().map(id -> told(id, seen.get(id), acting)).toList();
            });
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private LiveTask told(UUID id, @Nullable TaskView task, Acting acting) {
        if (task == null || task.state() == TaskState.WITHDRAWN) {
            return new LiveTask(id, "gone", texts.message("task.live-gone", List.of()));
        }
        UUID assignee = task.assignee();
        boolean own =
                acting.principal().filter(person -> person.equals(assignee)).isPresent();
        if (task.state() == TaskState.DONE) {
            return assignee == null
                    ? new LiveTask(id, "done", texts.message("task.live-done", List.of()))
                    : new LiveTask(id, "done", by("task.live-done-by", assignee));
        }
        if (assignee == null) {
            return new LiveTask(id, "free", texts.message("task.live-free", List.of()));
        }
        return own ? new LiveTask(id, "mine", "") : new LiveTask(id, "taken", by("task.live-taken", assignee));
    }

    private String by(String key, UUID person) {
        return texts.message(key, List.of(names.nameOf(Actor.person(person))));
    }
}
