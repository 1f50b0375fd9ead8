package io.simbaerp.page.list;

import io.simbaerp.architecture.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended: the order it was in, the value of the last row it was sorted by, and that row's id. Travels as one
 * word in addresses and REST.
 */
record ListCursor(String order, String value, UUID id) {

    private static final String BETWEEN = "\u001f";

    String text() {
        byte[] bytes = String.join(BETWEEN, order, id.toString(), value).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws RuleViolation list.after-unknown if it isn't one of ours or belongs to another order */
    static ListCursor parse(String text, String order, ListColumn sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, 3);
            if (parts.length == 3 && parts[0].equals(order) && sort.sort() != null && parts[2].indexOf('\0') < 0) {
                sort.sort().check(parts[2]);
                return new ListCursor(order, parts[2], UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("after", "list.after-unknown");
        }
        throw RuleViolation.ofField("after", "list.after-unknown");
    }
}
