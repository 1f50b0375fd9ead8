package io.simbaerp.page.list;

import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Search, filters and sorting of a list under a name.
 *
 * @param query as in the address of the list
 * @param mine whether the reader saved it
 * @param shared whether everybody of the company sees it
 */
record SavedView(UUID id, String name, String query, boolean mine, boolean shared) {

    MultiValueMap<String, String> parameters() {
        MultiValueMap<String, String> parameters = new org.springframework.util.LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString("?" + query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> parameters.add(
                        name, java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8))));
        return parameters;
    }
}
