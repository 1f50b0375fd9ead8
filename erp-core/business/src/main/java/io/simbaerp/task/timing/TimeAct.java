package io.simbaerp.task.timing;

import java.util.Locale;

/** What a time rule does. */
public enum TimeAct {
    /** Tells whoever should do it. */
    REMIND,
    /** Tells their superiors, level by level. */
    ESCALATE,
    /** Ends the step against the matter. */
    LAPSE;

    /** Its name in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
