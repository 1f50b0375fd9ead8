package io.simbaerp.archive;

/** A scanner could not be asked: what it was to look at counts as dangerous until it has. */
public class ScannerUnavailable extends RuntimeException {

    public ScannerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
