package io.simbaerp.page.list;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Search, filters, sorting, grouping and columns of a list under a name.
 *
 * @param query as in the address of the list
 * @param mine whether the reader saved it
 * @param shared whether others see it
 * @param sharedWith the duty whose holders see it; nothing for everybody who sees the list
 */
record SavedView(
        UUID id,
        String name,
        String query,
        UUID owner,
        boolean mine,
        boolean shared,
        @Nullable String sharedWith) {

    /** What it asks the list; a part nobody could have typed there is taken as it stands. */
    MultiValueMap<String, String> parameters() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                parameters.add(
                        decoded(equals < 0 ? part : part.substring(0, equals)),
                        decoded(equals < 0 ? "" : part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return text;
        }
    }
}
