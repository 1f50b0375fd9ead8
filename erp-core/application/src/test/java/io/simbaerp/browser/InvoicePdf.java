package io.simbaerp.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/** A PDF as a supplier makes it: lines to be read, and inside it the same invoice for a program. */
final class InvoicePdf {

    private InvoicePdf() {}

    /** One that carries nothing but what is read. */
    static byte[] of(List<String> lines) {
        return of(null, lines);
    }

    static byte[] of(@Nullable InvoiceXml invoice, List<String> lines) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                for (int i = 0; i < lines.size(); i++) {
                    text.beginText();
                    text.newLineAtOffset(72, 700f - 40 * i);
                    text.showText(lines.get(i));
                    text.endText();
                }
            }
            if (invoice != null) {
                embed(document, invoice);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clicks into the middle of these letters of a text. */
    static void click(Page page, Locator text, String letters) {
        @SuppressWarnings("unchecked")
        Map<String, Number> place = (Map<String, Number>) text.evaluate(
                "(span, letters) => { const node = span.firstChild; const range = document.createRange();"
                        + "const at = node.data.indexOf(letters); range.setStart(node, at);"
                        + "range.setEnd(node, at + letters.length); const box = range.getBoundingClientRect();"
                        + "return { x: box.left + box.width / 2, y: box.top + box.height / 2 }; }",
                letters);
        page.mouse().click(place.get("x").doubleValue(), place.get("y").doubleValue());
    }

    private static void embed(PDDocument document, InvoiceXml invoice) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(invoice.bytes()));
        file.setSubtype("text/xml");
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("invoice.xml");
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("invoice.xml", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }
}
