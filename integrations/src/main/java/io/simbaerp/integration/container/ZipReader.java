package io.simbaerp.integration.container;

import io.simbaerp.document.part.PartDraft;
import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.UnreadableContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Takes a ZIP file apart. What it says about sizes counts for nothing, only what comes out of it. Files of office
 * programs, programs and signed containers are ZIP files too, but one thing each.
 */
public final class ZipReader {

    /** Entries by which a format built on ZIP is known, and its media type. */
    private static final Map<String, String> ONE_THING = Map.of(
            "[Content_Types].xml", "application/vnd.openxmlformats-officedocument",
            "META-INF/MANIFEST.MF", "application/java-archive");

    private static final String KIND = "mimetype";
    private static final Pattern NOISE =
            Pattern.compile("(?:.*/)?(?:__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9.+-]{1,100}");
    private static final int MOST_ENTRIES = 10_000;

    private ZipReader() {}

    /** The media type of a format built on ZIP, or nothing if it is a ZIP file of files. */
    public static Optional<String> builtOnZip(byte[] zip) {
        try (ZipInputStream entries = open(zip)) {
            int count = 0;
            Unpacking unpacking = new Unpacking();
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null && count++ < MOST_ENTRIES;
                    entry = entries.getNextEntry()) {
                if (ONE_THING.containsKey(entry.getName())) {
                    return Optional.of(ONE_THING.get(entry.getName()));
                }
                if (count == 1 && entry.getName().equals(KIND)) {
                    String kind = new String(entries.readNBytes(200), StandardCharsets.US_ASCII).strip();
                    return Optional.of(MEDIA_TYPE.matcher(kind).matches() ? kind : "application/zip");
                }
                unpacking.skip(entries);
            }
        } catch (IOException | IllegalArgumentException | UnreadableContent damaged) {
            if (Thread.currentThread().isInterrupted()) {
                ContentReader.goOn();
            }
            // Taking it apart says what is wrong with it.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * @return its files in its own order; folders and what operating systems leave behind are none
     * @throws UnreadableContent content.zip-damaged, content.zip-encrypted, content.zip-empty,
     *     content.container-too-many, content.container-too-large
     */
    public static List<PartDraft> read(byte[] zip) {
        Unpacking unpacking = new Unpacking();
        try (ZipInputStream entries = open(zip)) {
            int count = 0;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (count++ == MOST_ENTRIES) {
                    throw new UnreadableContent("content.container-too-many", MOST_ENTRIES);
                }
                if (!entry.isDirectory() && !NOISE.matcher(entry.getName()).matches()) {
                    unpacking.take(entry.getName(), entries);
                } else {
                    unpacking.skip(entries);
                }
            }
        } catch (ZipException damaged) {
            String reason = String.valueOf(damaged.getMessage());
            throw reason.toLowerCase(Locale.ROOT).contains("encrypted")
                    ? new UnreadableContent("content.zip-encrypted")
                    : new UnreadableContent("content.zip-damaged", reason);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnreadableContent("content.zip-damaged", String.valueOf(damaged.getMessage()));
        }
        if (unpacking.parts().isEmpty()) {
            throw new UnreadableContent("content.zip-empty");
        }
        return unpacking.parts();
    }

    private static ZipInputStream open(byte[] zip) {
        return new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8);
    }
}
