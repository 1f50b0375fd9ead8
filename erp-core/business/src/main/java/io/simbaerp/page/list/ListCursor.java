package io.simbaerp.page.list;

import io.simbaerp.architecture.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the order it was in, the value of the last row it was sorted by, and that row's id. Travels as one
 * word in addresses and REST.
 *
 * @param group the value of the group it ended in, where rows are grouped
 */
record ListCursor(
        String order, String value, UUID id, @Nullable String group) {

    private static final String BETWEEN = "\u001f";
    private static final String BEFORE_GROUP = "\u001e";

    String text() {
        String last = group == null ? value : value + BEFORE_GROUP + group;
        byte[] bytes = String.join(BETWEEN, order, id.toString(), last).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws RuleViolation list.after-unknown if it isn't one of ours or belongs to another order */
    static ListCursor parse(String text, String order, ListColumn sort, boolean grouped) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, 3);
            if (parts.length == 3 && parts[0].equals(order) && sort.sort() != null && parts[2].indexOf('\0') < 0) {
                String[] values = grouped ? parts[2].split(BEFORE_GROUP, 2) : new String[] {parts[2]};
                sort.sort().check(values[0]);
                if (values.length == (grouped ? 2 : 1)) {
                    return new ListCursor(order, values[0], UUID.fromString(parts[1]), grouped ? values[1] : null);
                }
            }
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("after", "list.after-unknown");
        }
        throw RuleViolation.ofField("after", "list.after-unknown");
    }
}
