package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** A person chooses how they are told of what, and when mail may come. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ChooseNotices {

    private final SettingRows rows;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChooseNotices(SettingRows rows, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws RuleViolation notice.of-person, notice.way-missing, notice.quiet-half, notice.quiet-empty */
    public void choose(NoticeSettingsDraft draft) {
        UUID person = currentActor.actor().userId().orElseThrow(() -> new RuleViolation("notice.of-person"));
        LocalTime from = draft.quietFrom();
        LocalTime until = draft.quietUntil();
        if ((from == null) != (until == null)) {
            throw RuleViolation.ofField(from == null ? "quietFrom" : "quietUntil", "notice.quiet-half");
        }
        if (from != null && from.equals(until)) {
            throw RuleViolation.ofField("quietUntil", "notice.quiet-empty");
        }
        Map<NoticeKind, NoticeWay> ways = Objects.requireNonNullElse(draft.ways(), Map.of());
        if (ways.entrySet().stream().anyMatch(choice -> choice.getKey() == null || choice.getValue() == null)) {
            throw RuleViolation.ofField("ways", "notice.way-missing");
        }
        NoticeTimes before = rows.times(person);
        rows.keep(person, ways);
        rows.keep(
                person,
                new NoticeTimes(
                        Objects.requireNonNullElse(draft.digestAt(), before.digestAt()),
                        from,
                        until,
                        Objects.requireNonNullElse(draft.workingDaysOnly(), before.workingDaysOnly())));
        events.publishEvent(new NoticesChosen(currentActor.company(), currentActor.actor(), clock.instant(), person));
    }
}
