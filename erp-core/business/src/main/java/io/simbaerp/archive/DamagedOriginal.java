package io.simbaerp.archive;

/** An original is missing or isn't what it was: never shown, never processed, a case for the backup. */
public class DamagedOriginal extends RuntimeException {

    DamagedOriginal(String sha256, String what) {
        super("Original " + sha256 + " " + what);
    }

    DamagedOriginal(String sha256, String what, Throwable cause) {
        super("Original " + sha256 + " " + what, cause);
    }
}
