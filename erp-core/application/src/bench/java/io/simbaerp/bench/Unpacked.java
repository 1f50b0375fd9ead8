package io.simbaerp.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Takes the invoice out of what it came in by the usual libraries, as somebody would who validates with phive. */
final class Unpacked {

    private Unpacked() {}

    static byte[] xml(InvoiceFile file) {
        try {
            return switch (file.set()) {
                case "PDF" -> ofPdf(file.bytes());
                case "ZIP" -> ofZip(file.bytes());
                case "e-mail" -> ofMessage(file.bytes());
                default -> file.bytes();
            };
        } catch (IOException | MessagingException broken) {
            throw new IllegalStateException(file.name(), broken);
        }
    }

    private static byte[] ofPdf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document
                    .getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .values()
                    .iterator()
                    .next()
                    .getEmbeddedFile()
                    .toByteArray();
        }
    }

    private static byte[] ofZip(byte[] bytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            zip.getNextEntry();
            return zip.readAllBytes();
        }
    }

    private static byte[] ofMessage(byte[] bytes) throws IOException, MessagingException {
        MimeMessage message =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        return ((MimeMultipart) message.getContent())
                .getBodyPart(1)
                .getInputStream()
                .readAllBytes();
    }
}
