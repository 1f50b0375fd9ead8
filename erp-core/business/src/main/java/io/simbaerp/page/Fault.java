package io.simbaerp.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure put into words, ready to be shown to a person or sent as problem details.
 *
 * @param field the wrong field of the input, or null
 * @param title a few words by status, {@code detail} a sentence
 * @param number of an error on our side, the same as in the log, or null
 * @param at the time it happened, as written
 * @param again address to try again, or null where trying again changes nothing
 * @param changes whether the request would have changed something, so that the page says that it did not
 */
public record Fault(
        int status,
        String rule,
        List<Object> args,
        @Nullable String field,
        String title,
        String detail,
        @Nullable String number,
        String at,
        @Nullable String again,
        boolean changes) {}
