package io.simbaerp.page;

import java.util.Optional;

/** Tells who reads the page that is being made. Implemented by {@code identity}, which knows people. */
public interface PageReaders {

    /** Nobody on the sign-in page and for processes. */
    Optional<PageReader> current();
}
