package io.simbaerp.document.wording;

import io.simbaerp.document.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as programs are told it, with everything a person would see.
 *
 * @param rule the rule's id, such as {@code BR-CO-15}
 * @param location where in the document, as a path, if the rule names a place
 * @param text the finding in the reader's language; the publisher's words where we have none
 * @param key the key of the sentence in the message files, if the rule has one
 * @param args what fills the sentence
 * @param field the field of the invoice it concerns, such as {@code number} or {@code line-2}, if one
 * @param remedy what to do about it, in the reader's language
 */
public record FindingInWords(
        String rule,
        Severity severity,
        @Nullable String location,
        String text,
        @Nullable String key,
        List<String> args,
        @Nullable String field,
        String remedy) {

    public FindingInWords {
        args = List.copyOf(args);
    }
}
