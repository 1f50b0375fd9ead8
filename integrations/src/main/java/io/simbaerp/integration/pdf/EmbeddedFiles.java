package io.simbaerp.integration.pdf;

import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.UnreadableContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Takes the files out of a PDF that it names as embedded or associated, in the order it names them. */
public final class EmbeddedFiles {

    static final int MOST_FILES = 100;

    /** A year of a telephone's single connections stays below it. */
    static final int MOST_PAGES = 5_000;

    static final int LARGEST = 25 * 1024 * 1024;

    private static final int LONGEST_REASON = 200;

    private final List<EmbeddedFile> found = new ArrayList<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private long total;

    private EmbeddedFiles() {}

    /**
     * @return nothing for a PDF that carries no files
     * @throws UnreadableContent content.pdf-damaged, content.pdf-bomb, content.pdf-too-much-inside,
     *     content.pdf-too-many-pages
     * @throws LockedPdf if it takes a password to open it
     */
    public static List<EmbeddedFile> of(byte[] pdf) {
        PdfGuard guard = new PdfGuard(pdf);
        guard.check();
        boolean encrypted = guard.isEncrypted();
        try (PDDocument document = Loader.loadPDF(new EndableBytes(pdf))) {
            if (document.getNumberOfPages() == 0) {
                throw new UnreadableContent("content.pdf-damaged", "no pages");
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableContent("content.pdf-too-many-pages", document.getNumberOfPages(), MOST_PAGES);
            }
            EmbeddedFiles files = new EmbeddedFiles();
            files.collect(document.getDocumentCatalog().getCOSObject());
            return List.copyOf(files.found);
        } catch (InvalidPasswordException locked) {
            throw new LockedPdf(locked);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException
                | StackOverflowError damaged) {
            if (encrypted) {
                throw new LockedPdf(damaged);
            }
            throw new UnreadableContent("content.pdf-damaged", reason(damaged));
        }
    }

    private void collect(COSDictionary catalog) throws IOException {
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null && names.getCOSDictionary(COSName.EMBEDDED_FILES) != null) {
            walk(Objects.requireNonNull(names.getCOSDictionary(COSName.EMBEDDED_FILES)));
        }
        COSArray associated = catalog.getCOSArray(COSName.AF);
        for (int i = 0; associated != null && i < associated.size(); i++) {
            take(associated.getObject(i), "");
        }
    }

    /** The tree of names, whose nodes may repeat or contain themselves. */
    private void walk(COSDictionary root) throws IOException {
        Deque<COSDictionary> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            ContentReader.goOn();
            COSDictionary node = open.pop();
            if (seen.add(node)) {
                COSArray pairs = node.getCOSArray(COSName.NAMES);
                for (int i = 0; pairs != null && i + 1 < pairs.size(); i += 2) {
                    take(pairs.getObject(i + 1), Objects.requireNonNullElse(pairs.getString(i), ""));
                }
                COSArray kids = node.getCOSArray(COSName.KIDS);
                for (int i = kids == null ? -1 : kids.size() - 1; kids != null && i >= 0; i--) {
                    if (kids.getObject(i) instanceof COSDictionary kid) {
                        open.push(kid);
                    }
                }
            }
        }
    }

    private void take(@Nullable COSBase entry, String key) throws IOException {
        if (!(entry instanceof COSDictionary specification) || !seen.add(specification)) {
            return;
        }
        COSStream stream = stream(specification);
        if (stream == null || !seen.add(stream)) {
            return;
        }
        if (found.size() == MOST_FILES) {
            throw new UnreadableContent("content.pdf-too-much-inside", MOST_FILES, LARGEST / 1024 / 1024);
        }
        found.add(new EmbeddedFile(name(specification, key), specification.getString(COSName.DESC), content(stream)));
    }

    private static @Nullable COSStream stream(COSDictionary specification) {
        COSDictionary files = specification.getCOSDictionary(COSName.EF);
        if (files == null) {
            return null;
        }
        COSStream unicode = files.getCOSStream(COSName.UF);
        return unicode != null ? unicode : files.getCOSStream(COSName.F);
    }

    private static String name(COSDictionary specification, String key) {
        String unicode = specification.getString(COSName.UF);
        String name = unicode != null ? unicode : specification.getString(COSName.F);
        return name == null || name.isBlank() ? key : name;
    }

    /** The usual packing is undone piece by piece within the limit; unusual ones are not worth their risk. */
    private byte[] content(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        COSBase filter = filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
        if (filters == null || (filters instanceof COSArray none && none.size() == 0)) {
            return limited(stream.createRawInputStream());
        }
        if (COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
            return limited(new InflaterInputStream(stream.createRawInputStream()));
        }
        throw new IOException("An embedded file is packed in an unusual way");
    }

    private byte[] limited(InputStream source) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] piece = new byte[16 * 1024];
        try (source) {
            for (int length = source.read(piece); length >= 0; length = source.read(piece)) {
                ContentReader.goOn();
                total += length;
                if (total > LARGEST) {
                    throw new UnreadableContent("content.pdf-too-much-inside", MOST_FILES, LARGEST / 1024 / 1024);
                }
                content.write(piece, 0, length);
            }
        }
        return content.toByteArray();
    }

    private static String reason(Throwable damaged) {
        String message = damaged instanceof IOException && damaged.getMessage() != null
                ? damaged.getMessage()
                : damaged.getClass().getSimpleName();
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + "...";
    }
}
