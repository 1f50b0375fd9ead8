package io.simbaerp.document;

import java.util.List;

/** The kinds of documents told apart so far. A kind is a word, so that later modules bring their own. */
public final class DocumentKind {

    /** Not read yet. */
    public static final String UNRECOGNISED = "unrecognised";
    /** An invoice of a supplier. */
    public static final String PURCHASE_INVOICE = "purchase-invoice";
    /** A credit note of a supplier. */
    public static final String CREDIT_NOTE = "credit-note";
    /** Anything else: registered and kept, without a process. */
    public static final String PLAIN = "plain";

    private DocumentKind() {}

    /** What a document can be registered as. */
    public static List<String> registered() {
        return List.of(PURCHASE_INVOICE, CREDIT_NOTE, PLAIN);
    }
}
