package io.simbaerp.approval.round;

import org.jspecify.annotations.Nullable;

/**
 * The round that is asked now, as a card tells of it: which of how many it is, when it is decided and how it stands.
 *
 * @param number which one it is, from 1
 * @param name what the decision table calls it
 * @param quorum how many must agree, where so many decide
 * @param chair whether it has a chair
 * @param chairAgreed what the chair said; nothing while they haven't decided, or where there is none
 */
public record RoundCard(
        int number,
        int of,
        @Nullable String name,
        RoundKind kind,
        int quorum,
        int seats,
        int agreed,
        int against,
        boolean chair,
        @Nullable Boolean chairAgreed) {}
