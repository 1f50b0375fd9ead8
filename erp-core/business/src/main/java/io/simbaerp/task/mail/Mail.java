package io.simbaerp.task.mail;

import java.util.Locale;
import java.util.UUID;

/**
 * One mail to one person.
 *
 * @param id the same however often it is tried, so that a repeated one is known as such
 * @param list what it is one of, by which mail programs sort: {@code notices}
 */
public record Mail(UUID id, String to, String list, Content content) {

    /** What it says, as plain text and as HTML, in one language. */
    public record Content(String subject, String text, String html, Locale language) {}
}
