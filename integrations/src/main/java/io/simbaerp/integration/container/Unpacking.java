package io.simbaerp.integration.container;

import io.simbaerp.document.part.PartDraft;
import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.UnreadableContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Collects the files of one container, piece by piece, so that none of its limits is passed by more than a piece. */
final class Unpacking {

    static final int MOST_FILES = 200;
    static final int LARGEST_FILE = 25 * 1024 * 1024;
    static final int LARGEST_WHOLE = 60 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    private final List<PartDraft> parts = new ArrayList<>();
    private long total;

    List<PartDraft> parts() {
        return List.copyOf(parts);
    }

    /**
     * Takes one file in; an empty one has nothing to keep.
     *
     * @throws UnreadableContent content.container-too-many, content.container-too-large
     */
    void take(String name, InputStream source) throws IOException {
        if (parts.size() == MOST_FILES) {
            throw new UnreadableContent("content.container-too-many", MOST_FILES);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        unpack(source, content);
        if (content.size() > 0) {
            parts.add(new PartDraft(shown(name), content.toByteArray()));
        }
    }

    /** Passes over a file nobody wants. What comes out of it counts all the same: it has to be unpacked to be passed. */
    void skip(InputStream source) throws IOException {
        unpack(source, OutputStream.nullOutputStream());
    }

    private void unpack(InputStream source, OutputStream content) throws IOException {
        byte[] piece = new byte[16 * 1024];
        long size = 0;
        for (int length = source.read(piece); length >= 0; length = source.read(piece)) {
            ContentReader.goOn();
            total += length;
            size += length;
            if (total > LARGEST_WHOLE || size > LARGEST_FILE) {
                throw new UnreadableContent(
                        "content.container-too-large", LARGEST_FILE / 1024 / 1024, LARGEST_WHOLE / 1024 / 1024);
            }
            content.write(piece, 0, length);
        }
    }

    /** Without folders and without characters that could pretend to be another name. */
    private static String shown(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        String kept = bare.isEmpty() ? "unnamed" : bare;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }
}
