package io.simbaerp.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.springframework.stereotype.Component;

/** Puts the company's seal on a PDF: PAdES level B-B, invisible, added behind the bytes that are there. */
@Component
public class SealPdf {

    /** Room for certificate and signature in the file. */
    private static final int ROOM = 8192;

    private final SealKeys keys;
    private final Clock clock;

    SealPdf(SealKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Whose seal it is.
     *
     * @param name in its certificate
     * @param demo whether the installation made the key for itself, so that nobody vouches for it
     */
    public record Sealer(String name, boolean demo) {}

    /** Whose seal {@link #seal} puts on a paper. */
    public Sealer sealer() {
        SealKey key = keys.get();
        return new Sealer(key.name(), key.demo());
    }

    /**
     * The sealed file.
     *
     * @param reason why it was sealed, shown by every PDF reader
     */
    public byte[] seal(byte[] pdf, String reason) {
        SealKey key = keys.get();
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(key.name());
        signature.setReason(reason);
        signature.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(signature, content -> sign(key, content), options);
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            document.saveIncremental(sealed);
            return sealed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF can't be sealed", e);
        }
    }

    private static byte[] sign(SealKey key, InputStream content) throws IOException {
        return key.sign(content.readAllBytes());
    }
}
