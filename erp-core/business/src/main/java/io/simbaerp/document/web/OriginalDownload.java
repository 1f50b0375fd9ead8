package io.simbaerp.document.web;

import io.simbaerp.archive.DownloadOriginal;
import io.simbaerp.archive.Lock;
import io.simbaerp.archive.OpenOriginal;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.attachment.AttachmentView;
import io.simbaerp.page.RuleTexts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Hands out originals. What strangers sent us never runs in a reader's browser: it is an attachment, its type isn't
 * guessed, and were it opened all the same, the sandbox lets it do nothing.
 */
@Component
class OriginalDownload {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final int MOST_CHARACTERS = 200_000;
    private static final Pattern DECLARED = Pattern.compile("^.{0,3}<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");

    private final OpenOriginal openOriginal;
    private final DownloadOriginal downloadOriginal;
    private final RuleTexts texts;

    OriginalDownload(OpenOriginal openOriginal, DownloadOriginal downloadOriginal, RuleTexts texts) {
        this.openOriginal = openOriginal;
        this.downloadOriginal = downloadOriginal;
        this.texts = texts;
    }

    ResponseEntity<byte[]> attachment(DocumentView document) {
        return answer(document, ContentDisposition.attachment());
    }

    /** @throws io.simbaerp.architecture.RuleViolation original.locked, original.not-scanned */
    ResponseEntity<byte[]> attachment(AttachmentView file) {
        return answer(ContentDisposition.attachment(), file.fileName(), file.mediaType(), file.sha256());
    }

    /** Why it is locked, in the reader's words. */
    @Nullable
    String lockedBecause(@Nullable Lock lock) {
        return lock == null
                ? null
                : texts.rule(lock.violation().rule(), lock.violation().args());
    }

    /** For a picture beside its document; anything else is an attachment. */
    ResponseEntity<byte[]> picture(DocumentView document) {
        if (document.mediaType().equals(TiffPicture.MEDIA_TYPE)) {
            byte[] original = downloadOriginal.download(document.sha256());
            return TiffPicture.png(original)
                    .map(png -> answer(
                            ContentDisposition.inline(), document.fileName() + ".png", MediaType.IMAGE_PNG_VALUE, png))
                    .orElseGet(() -> answer(
                            ContentDisposition.attachment(), document.fileName(), document.mediaType(), original));
        }
        return PICTURES.contains(document.mediaType())
                ? answer(document, ContentDisposition.inline())
                : attachment(document);
    }

    /** How the original looks on a page. Only what is text is read here; the rest is fetched by the browser. */
    OriginalView view(DocumentView document) {
        String type = document.mediaType();
        Lock lock = openOriginal.lock(document.sha256()).orElse(null);
        if (lock != null) {
            return shown(document, OriginalView.Kind.LOCKED, List.of(), lockedBecause(lock), false);
        }
        if (type.equals(MediaType.APPLICATION_PDF_VALUE)) {
            return shown(document, OriginalView.Kind.PDF);
        }
        if (type.equals(TiffPicture.MEDIA_TYPE)) {
            return scan(document);
        }
        if (PICTURES.contains(type)) {
            return shown(document, OriginalView.Kind.PICTURE);
        }
        boolean xml = type.endsWith("/xml") || type.endsWith("+xml");
        if (!xml && !type.startsWith("text/") && !type.endsWith("/json")) {
            return shown(document, OriginalView.Kind.NONE);
        }
        byte[] content = openOriginal.content(document.sha256());
        String text = new String(content, charset(content));
        List<OriginalView.Line> lines = xml ? XmlLines.of(text) : List.of();
        if (!lines.isEmpty()) {
            return shown(document, OriginalView.Kind.XML, lines, null, lines.size() >= XmlLines.MOST_LINES);
        }
        boolean cut = text.length() > MOST_CHARACTERS;
        return shown(document, OriginalView.Kind.TEXT, List.of(), cut ? text.substring(0, MOST_CHARACTERS) : text, cut);
    }

    private OriginalView scan(DocumentView document) {
        TiffPicture.Extent extent = TiffPicture.extent(openOriginal.content(document.sha256()));
        boolean seen = extent != TiffPicture.Extent.NOTHING;
        return shown(
                document,
                seen ? OriginalView.Kind.PICTURE : OriginalView.Kind.NONE,
                List.of(),
                null,
                extent == TiffPicture.Extent.BEGINNING);
    }

    private static OriginalView shown(DocumentView document, OriginalView.Kind kind) {
        return shown(document, kind, List.of(), null, false);
    }

    private static OriginalView shown(
            DocumentView document,
            OriginalView.Kind kind,
            List<OriginalView.Line> lines,
            @Nullable String source,
            boolean cut) {
        return new OriginalView(document.id().value(), document.fileName(), kind, lines, source, cut);
    }

    private static Charset charset(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 200), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return declared.find() && Charset.isSupported(declared.group(1))
                ? Charset.forName(declared.group(1))
                : StandardCharsets.UTF_8;
    }

    private ResponseEntity<byte[]> answer(DocumentView document, ContentDisposition.Builder disposition) {
        return answer(disposition, document.fileName(), document.mediaType(), document.sha256());
    }

    private ResponseEntity<byte[]> answer(
            ContentDisposition.Builder disposition, String fileName, String mediaType, String sha256) {
        return answer(disposition, fileName, mediaType, downloadOriginal.download(sha256));
    }

    private static ResponseEntity<byte[]> answer(
            ContentDisposition.Builder disposition, String fileName, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type(mediaType))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private static MediaType type(String mediaType) {
        try {
            return MediaType.parseMediaType(mediaType);
        } catch (IllegalArgumentException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
