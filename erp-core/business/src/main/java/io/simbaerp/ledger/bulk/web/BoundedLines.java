package io.simbaerp.ledger.bulk.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream. What is longer than any entry is cut off, so that it can't be read as one and fills no memory. */
final class BoundedLines {

    /** An entry of a thousand lines has a third of it. */
    private static final int LONGEST = 1_000_000;

    private final BufferedReader stream;

    BoundedLines(InputStream stream) {
        this.stream = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int letter = stream.read();
        if (letter < 0) {
            return null;
        }
        for (; letter >= 0 && letter != '\n'; letter = stream.read()) {
            if (line.length() < LONGEST) {
                line.append((char) letter);
            }
        }
        return line.toString();
    }
}
