package io.simbaerp.page.list;

import io.simbaerp.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param kind text, link, pill, amount, due, action
 * @param tone the colour that goes with the word
 * @param href where a link leads, or an action is sent
 * @param beside a second, quieter text
 */
public record ListCell(
        String kind,
        String text,
        @Nullable String tone,
        @Nullable String href,
        @Nullable String beside,
        @Nullable Money amount) {

    public static ListCell text(String text) {
        return new ListCell("text", text, null, null, null, null);
    }

    public static ListCell pill(String tone, String text) {
        return new ListCell("pill", text, tone, null, null, null);
    }

    public static ListCell link(String text, String href) {
        return new ListCell("link", text, null, href, null, null);
    }

    /** When something is due: late (bad), today (warn) or later (ok). */
    public static ListCell due(String state, String words, @Nullable String when) {
        return new ListCell("due", words, state, null, when, null);
    }

    /**
     * Something that can be done to this row alone.
     *
     * @param rowKey the letter that does it to the current row
     */
    public static ListCell action(String text, String label, String address, String rowKey) {
        return new ListCell("action", text, rowKey, address, label, null);
    }

    static ListCell amount(@Nullable Money money) {
        return new ListCell("amount", "", null, null, null, money);
    }
}
