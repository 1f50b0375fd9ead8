package io.simbaerp.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of it, in one line: a flash attribute named "toast" before a redirect.
 *
 * @param message key, and what fills it
 * @param href where to look at the result, or null
 * @param link key of that link's word, or null
 * @param bad whether it says that something was refused
 * @param undo address that takes it back when posted to, or null
 */
public record Toast(
        String message,
        List<Object> args,
        @Nullable String href,
        @Nullable String link,
        boolean bad,
        @Nullable String undo)
        implements java.io.Serializable {

    public static Toast of(String message, Object... args) {
        return new Toast(message, List.of(args), null, null, false, null);
    }

    public static Toast refused(String message, Object... args) {
        return new Toast(message, List.of(args), null, null, true, null);
    }

    public Toast withLink(String address, String word) {
        return new Toast(message, args, address, word, bad, undo);
    }

    public Toast withUndo(String address) {
        return new Toast(message, args, href, link, bad, address);
    }
}
