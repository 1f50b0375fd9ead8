package io.simbaerp.document.action;

/**
 * Something the reader may do with a document.
 *
 * @param label the message key of its name
 * @param path where it is done
 * @param atOnce whether it is done by the button itself, instead of on a page of its own
 */
public record OfferedAction(String label, String path, boolean atOnce) {

    public OfferedAction(String label, String path) {
        this(label, path, false);
    }

    /** What changes nothing but how the reader looks at the document. */
    public static OfferedAction done(String label, String path) {
        return new OfferedAction(label, path, true);
    }
}
