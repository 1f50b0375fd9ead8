package io.simbaerp.page;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who reads, asked once per request however often a page formats something. */
@Component
public class CurrentReader {

    private static final String REMEMBERED = CurrentReader.class.getName();
    private static final Locale POLISH_FORMAT = Locale.forLanguageTag("pl-PL");

    /** For whom something is written outside every request, such as mail. */
    private static final ThreadLocal<@Nullable PageReader> WRITTEN_FOR = new ThreadLocal<>();

    private final ObjectProvider<PageReaders> readers;

    CurrentReader(ObjectProvider<PageReaders> readers) {
        this.readers = readers;
    }

    /** Does the work as it is read by somebody who asks for nothing: what is written to them. */
    public <T extends @Nullable Object> T as(PageReader reader, Supplier<T> work) {
        WRITTEN_FOR.set(reader);
        try {
            return work.get();
        } finally {
            WRITTEN_FOR.remove();
        }
    }

    public Optional<PageReader> find() {
        PageReader writtenFor = WRITTEN_FOR.get();
        if (writtenFor != null) {
            return Optional.of(writtenFor);
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return ask();
        }
        if (request.getAttribute(REMEMBERED, RequestAttributes.SCOPE_REQUEST) instanceof PageReader known) {
            return Optional.of(known);
        }
        Optional<PageReader> reader = ask();
        reader.ifPresent(found -> request.setAttribute(REMEMBERED, found, RequestAttributes.SCOPE_REQUEST));
        return reader;
    }

    /** The format of figures and dates. */
    public Locale format() {
        return find().map(PageReader::format).orElse(POLISH_FORMAT);
    }

    /** The zone in which instants are written. */
    public ZoneId zone() {
        return find().map(PageReader::zone).orElseGet(() -> ZoneId.of("Europe/Warsaw"));
    }

    private Optional<PageReader> ask() {
        PageReaders known = readers.getIfAvailable();
        return known == null ? Optional.empty() : known.current();
    }
}
