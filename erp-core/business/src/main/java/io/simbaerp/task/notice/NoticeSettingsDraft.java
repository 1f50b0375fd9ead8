package io.simbaerp.task.notice;

import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told from now on.
 *
 * @param ways what isn't among them stays as it is
 * @param digestAt as it is where nothing is said
 * @param quietFrom with {@code quietUntil}; neither for no quiet hours
 * @param workingDaysOnly as it is where nothing is said
 */
public record NoticeSettingsDraft(
        @Nullable Map<NoticeKind, NoticeWay> ways,
        @Nullable LocalTime digestAt,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        @Nullable Boolean workingDaysOnly) {}
