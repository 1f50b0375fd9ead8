package io.simbaerp.architecture.logging;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Names the document that work is about in every line logged until it is closed. */
public final class LoggedDocument implements AutoCloseable {

    /** The field of the log. */
    public static final String FIELD = "document";

    private final @Nullable String before = MDC.get(FIELD);

    private LoggedDocument(String id) {
        MDC.put(FIELD, id);
    }

    /** @param id the document's */
    public static LoggedDocument of(Object id) {
        return new LoggedDocument(id.toString());
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(FIELD);
        } else {
            MDC.put(FIELD, before);
        }
    }
}
