package io.simbaerp.page;

import java.util.Optional;
import java.util.UUID;

/** Tells who reads the page that is being made. Implemented by {@code identity}, which knows people. */
public interface PageReaders {

    /** Nobody on the sign-in page and for processes. */
    Optional<PageReader> current();

    /** Tells what people are called. Implemented by {@code identity} too. */
    interface Names {

        String nameOf(UUID person);
    }
}
