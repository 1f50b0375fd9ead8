package io.simbaerp.workflow.engine.gate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a model that the gate refuses.
 *
 * @param element the element's name and, if it has one, its id
 * @param attribute the attribute, or nothing if it is the element itself or its text
 */
public record Refusal(
        String resource, String element, @Nullable String attribute, String reason) {

    /** The reason's name in the messages: its English words, joined by hyphens. */
    public String key() {
        return reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    @Override
    public String toString() {
        return resource + ": " + element + (attribute == null ? "" : " @" + attribute) + ": " + reason;
    }
}
