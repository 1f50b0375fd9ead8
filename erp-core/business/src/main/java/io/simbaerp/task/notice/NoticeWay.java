package io.simbaerp.task.notice;

/** How a person is told of something. What is mailed stands in the application too. */
public enum NoticeWay {
    NOTHING,
    IN_APP,
    MAIL,
    /** Once a day, together with everything else of that day. */
    DIGEST;

    /** Whether it leaves the house. */
    public boolean isMail() {
        return this == MAIL || this == DIGEST;
    }
}
