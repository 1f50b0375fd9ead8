package io.simbaerp.demo;

import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.Money;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** What came on paper or as a PDF: a letter, a picture of one, an invoice with its data inside. */
final class DemoPaper {

    private static final String FONTS = "/org/apache/pdfbox/resources/ttf/";
    private static final String FACTUR_X = "factur-x.xml";
    private static final int LEFT = 62;
    private static final int TOP = 770;
    private static final int LEADING = 17;
    private static final int TITLE = 17;
    private static final int TEXT = 10;
    private static final int COLUMN = 56;
    private static final int DOTS_PER_INCH = 96;

    /** A line of the page; a column begins at each tab. */
    private record Row(String text, int size) {}

    private DemoPaper() {}

    static byte[] letter(DemoDocument document) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(document.supplier().name(), TEXT));
        rows.add(new Row(
                document.supplier().address().line1() + ", "
                        + document.supplier().address().postCode() + " "
                        + document.supplier().address().city(),
                TEXT));
        rows.add(new Row("", TEXT));
        rows.add(new Row(document.number(), TITLE));
        rows.add(new Row(document.issued().toString(), TEXT));
        rows.add(new Row("", TEXT));
        document.lines().forEach(line -> rows.add(new Row(line, TEXT)));
        return pdf(rows, null);
    }

    /** As somebody photographs it. */
    static byte[] picture(DemoDocument document) {
        return photographed(letter(document));
    }

    /** A receipt, as somebody photographs it. */
    static byte[] receipt(String merchant, List<String> lines) {
        List<Row> rows = new ArrayList<>(List.of(new Row(merchant, TITLE), new Row("", TEXT)));
        lines.forEach(line -> rows.add(new Row(line, TEXT)));
        return photographed(pdf(rows, null));
    }

    private static byte[] photographed(byte[] page) {
        try (PDDocument pdf = Loader.loadPDF(page);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(0, DOTS_PER_INCH);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page to read with the same invoice inside for machines, as Factur-X and ZUGFeRD have it. */
    static byte[] invoice(ReceivedInvoice invoice, byte[] cii) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(String.valueOf(invoice.seller().name()), TEXT));
        rows.add(new Row(String.valueOf(invoice.seller().vatIdentifier()), TEXT));
        rows.add(new Row("", TEXT));
        rows.add(new Row("Rechnung " + invoice.number(), TITLE));
        rows.add(new Row("Datum\t\t" + invoice.issueDate(), TEXT));
        rows.add(new Row("Zahlbar bis\t\t" + invoice.dueDate(), TEXT));
        rows.add(new Row(
                "Kunde\t\t" + invoice.buyer().name() + ", " + invoice.buyer().vatIdentifier(), TEXT));
        rows.add(new Row("", TEXT));
        for (InvoiceLine line : invoice.lines()) {
            rows.add(new Row(line.quantity() + " x\t" + line.item().name() + "\t\t\t\t" + money(line.net()), TEXT));
        }
        rows.add(new Row("", TEXT));
        rows.add(new Row("\tNetto\t\t\t\t" + money(invoice.totals().withoutVat()), TEXT));
        rows.add(new Row("\tUmsatzsteuer\t\t\t\t" + money(invoice.totals().vat()), TEXT));
        rows.add(new Row("\tZu zahlen\t\t\t\t" + money(invoice.totals().due()), TEXT));
        rows.add(new Row("", TEXT));
        invoice.vatBreakdown().forEach(vat -> rows.add(new Row(String.valueOf(vat.exemptionReason()), TEXT)));
        return pdf(rows, cii);
    }

    private static String money(@Nullable Money money) {
        return money == null ? "" : money.toString();
    }

    private static byte[] pdf(List<Row> rows, byte @Nullable [] inside) {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            PDFont plain = font(pdf, "LiberationSans-Regular.ttf");
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                int y = TOP;
                for (Row row : rows) {
                    write(content, plain, row, y);
                    y -= row.size() > TEXT ? 2 * LEADING : LEADING;
                }
            }
            if (inside != null) {
                embed(pdf, inside);
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDPageContentStream content, PDFont font, Row row, int y) throws IOException {
        String[] columns = row.text().split("\t", -1);
        for (int column = 0; column < columns.length; column++) {
            content.beginText();
            content.setFont(font, row.size());
            content.newLineAtOffset(LEFT + column * COLUMN, y);
            content.showText(columns[column]);
            content.endText();
        }
    }

    private static PDFont font(PDDocument pdf, String name) throws IOException {
        return PDType0Font.load(
                pdf, Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONTS + name), name), true);
    }

    private static void embed(PDDocument pdf, byte[] xml) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(xml), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(xml.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(FACTUR_X);
        specification.setFileUnicode(FACTUR_X);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Alternative");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(FACTUR_X, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
    }
}
