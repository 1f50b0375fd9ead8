package io.simbaerp.party.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of parties shows. */
record PartyList(
        List<PartyRow> rows,
        @Nullable String next,
        @Nullable String text,
        boolean mayMaintain) {

    public boolean isSearched() {
        return text != null && !text.isBlank();
    }

    /** The address of the list with its search, for paging. */
    public String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/parties");
        return isSearched()
                ? address.queryParam("text", "{text}")
                        .encode()
                        .buildAndExpand(text)
                        .toUriString()
                : "/parties";
    }
}
