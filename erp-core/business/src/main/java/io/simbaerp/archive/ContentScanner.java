package io.simbaerp.archive;

import java.util.Optional;

/** Looks for what could harm whoever opens a file. Implemented for each scanner there is. */
public interface ContentScanner {

    /** What it is called, for whoever is told what it found. */
    String name();

    /**
     * The threat in it by the scanner's name, or nothing.
     *
     * @throws ScannerUnavailable if it could not be asked
     */
    Optional<String> threatIn(byte[] content);
}
