package io.simbaerp.task.mail;

import io.simbaerp.task.TaskPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says; its plain text and its HTML are made of the same.
 *
 * @param footer why it came
 */
public record MailPage(
        String title,
        List<Item> items,
        String footer,
        @Nullable Link settings) {

    /**
     * One thing told.
     *
     * @param said what about it, such as "waits for you"
     * @param card the card on which it is decided, as the desk shows it
     */
    public record Item(
            String said,
            String title,
            List<Fact> facts,
            @Nullable Card card,
            List<Link> links) {}

    /**
     * The card of a task.
     *
     * @param forWhom nobody: mail is to people in their own name
     */
    public record Card(TaskPage.Part form, Frame task) {

        /** As much of the task as cards ask for. */
        public record Frame(@Nullable String forWhom) {

            /** Mail adds no approvers. */
            public boolean approval() {
                return false;
            }

            /** Said above the card already. */
            public String why() {
                return "";
            }
        }
    }

    /** A fact with its label. */
    public record Fact(String label, String value) {}

    /** Where to go. */
    public record Link(String label, String address, boolean first) {}
}
