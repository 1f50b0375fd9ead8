package io.simbaerp.rendering;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of all papers, read once and embedded into many; used by one thread at a time. */
record PaperFonts(TrueTypeFont regularFont, TrueTypeFont boldFont) {

    static final String FAMILY = "DejaVu Sans";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    static PaperFonts read() throws IOException {
        return new PaperFonts(read("DejaVuSans.ttf"), read("DejaVuSans-Bold.ttf"));
    }

    PDFontSupplier regular(PDDocument document) {
        return new Embedded(document, regularFont);
    }

    PDFontSupplier bold(PDDocument document) {
        return new Embedded(document, boldFont);
    }

    private static TrueTypeFont read(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(PaperFonts.class.getResourceAsStream(FOLDER + name), name)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            // Letters stay letters: no ligatures, which take long to find and are copied badly.
            font.setEnableGsub(false);
            return font;
        }
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
