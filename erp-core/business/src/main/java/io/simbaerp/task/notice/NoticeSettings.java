package io.simbaerp.task.notice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a person is told of what, and when.
 *
 * @param ways of every kind
 * @param address where mail goes; nothing where none was given
 * @param confirmed whether the person has shown that the address is theirs
 * @param mailReady whether this installation sends mail at all
 */
public record NoticeSettings(
        Map<NoticeKind, NoticeWay> ways,
        NoticeTimes times,
        @Nullable String address,
        boolean confirmed,
        boolean mailReady) {}
