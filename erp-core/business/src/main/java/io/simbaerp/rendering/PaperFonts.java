package io.simbaerp.rendering;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of all papers, read once and embedded into many; used by one thread at a time. Most papers are written in
 * Latin letters: for them a small part of the fonts does, of which much less is to be measured for every paper.
 */
record PaperFonts(TrueTypeFont regularFont, TrueTypeFont boldFont) {

    static final String FAMILY = "DejaVu Sans";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private static final String REGULAR = "DejaVuSans.ttf";
    private static final String BOLD = "DejaVuSans-Bold.ttf";

    private static final List<String> TABLES = List.of(
            "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "glyf", "loca", "cmap", "cvt ", "fpgm", "prep",
            "gasp");

    /** All letters the fonts have. */
    static PaperFonts whole() throws IOException {
        return new PaperFonts(parse(file(REGULAR)), parse(file(BOLD)));
    }

    /** The letters that {@link #areLatin} knows. */
    static PaperFonts latin() throws IOException {
        return new PaperFonts(latin(REGULAR), latin(BOLD));
    }

    /** Whether the Latin fonts have every letter of a text. */
    static boolean areLatin(String text) {
        return text.chars().allMatch(PaperFonts::isLatin);
    }

    PDFontSupplier regular(PDDocument document) {
        return new Embedded(document, regularFont);
    }

    PDFontSupplier bold(PDDocument document) {
        return new Embedded(document, boldFont);
    }

    /** Of the languages of Europe written in Latin letters, with the signs of typesetters and of currencies. */
    private static boolean isLatin(int letter) {
        return letter < 0x180 || letter >= 0x2010 && letter <= 0x2026 || letter == 0x20AC || letter == 0x2212;
    }

    private static TrueTypeFont latin(String name) throws IOException {
        TTFSubsetter subsetter = new TTFSubsetter(parse(file(name)), TABLES);
        subsetter.addAll(IntStream.rangeClosed(0x20, 0x2212)
                .filter(PaperFonts::isLatin)
                .boxed()
                .collect(Collectors.toSet()));
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        subsetter.writeToStream(part);
        return parse(part.toByteArray());
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(PaperFonts.class.getResourceAsStream(FOLDER + name), name)) {
            return file.readAllBytes();
        }
    }

    private static TrueTypeFont parse(byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // Letters stay letters: no ligatures, which take long to find and are copied badly.
        font.setEnableGsub(false);
        return font;
    }

    /** A font that becomes part of a document where the document uses it. */
    private static final class Embedded extends PDFontSupplier {

        private final PDDocument document;
        private final TrueTypeFont font;

        Embedded(PDDocument document, TrueTypeFont font) {
            super(null);
            this.document = document;
            this.font = font;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
