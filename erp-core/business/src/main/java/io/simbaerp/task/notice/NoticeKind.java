package io.simbaerp.task.notice;

/** What a person may be told of, and how they are told who chose nothing else. */
public enum NoticeKind {
    /** A task that is theirs alone. */
    TASK(NoticeWay.MAIL),
    /** A task they could take, as others could. */
    GROUP(NoticeWay.NOTHING),
    /** A task of theirs that still waits. */
    REMIND(NoticeWay.MAIL),
    /** A task of one of their people that is late. */
    ESCALATE(NoticeWay.MAIL),
    /** A task nobody decided in time. */
    LAPSE(NoticeWay.IN_APP),
    /** A question a colleague asks them. */
    QUESTION(NoticeWay.MAIL),
    /** The answer to a question of theirs. */
    ANSWER(NoticeWay.MAIL),
    /** A task a colleague handed to them. */
    DELEGATION(NoticeWay.MAIL),
    /** A decision on what they asked for. */
    DECISION(NoticeWay.IN_APP);

    private final NoticeWay usual;

    NoticeKind(NoticeWay usual) {
        this.usual = usual;
    }

    /** How it is told where nothing was chosen. */
    public NoticeWay usual() {
        return usual;
    }

    /** Whether it asks for something that is no longer needed once the task has ended. */
    public boolean asks() {
        return this != ESCALATE && this != LAPSE && this != ANSWER && this != DECISION;
    }
}
