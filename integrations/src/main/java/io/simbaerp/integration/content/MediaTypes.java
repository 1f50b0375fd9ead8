package io.simbaerp.integration.content;

import io.simbaerp.integration.container.MessageReader;
import io.simbaerp.integration.container.ZipReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Recognises kinds of files by their first bytes; a file's name and what a sender claims count for nothing. What a file
 * begins with goes before what stands further in: an archive or a message may hold a PDF as it is, in its first kilobyte.
 */
final class MediaTypes {

    static final String XML = "application/xml";
    static final String PDF = "application/pdf";
    static final String ZIP = "application/zip";
    static final String MESSAGE = "message/rfc822";
    static final String HTML = "text/html";
    static final String PROGRAM = "application/x-executable";

    /** Windows, Linux, macOS (four ways), Java, a script. */
    private static final List<String> PROGRAMS =
            List.of("4d5a", "7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "2321");

    private static final int LOOKED_AT = 1024;
    private static final int TEXT_LOOKED_AT = 64 * 1024;
    private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String PDF_MARK_IN_HEX = HexFormat.of().formatHex(PDF_MARK);

    private MediaTypes() {}

    static String of(byte[] content) {
        String start = HexFormat.of().formatHex(content, 0, Math.min(content.length, 16));
        if (start.startsWith(PDF_MARK_IN_HEX)) {
            return PDF;
        }
        String picture = picture(start);
        if (picture != null) {
            return picture;
        }
        if (start.startsWith("504b0304") || start.startsWith("504b0506")) {
            return ZipReader.builtOnZip(content).orElse(ZIP);
        }
        if (PROGRAMS.stream().anyMatch(start::startsWith)) {
            return PROGRAM;
        }
        String markup = startOfMarkup(content);
        if (markup.startsWith("<!doctype html") || markup.startsWith("<html")) {
            return HTML;
        }
        if (markup.startsWith("<")) {
            return XML;
        }
        if (MessageReader.recognises(content)) {
            return MESSAGE;
        }
        if (holdsPdf(content)) {
            return PDF;
        }
        return isText(content) ? "text/plain" : "application/octet-stream";
    }

    /** Whether a PDF begins within the first kilobyte, as it may behind what a server put before it. */
    static boolean holdsPdf(byte[] content) {
        return contains(content, PDF_MARK);
    }

    private static @Nullable String picture(String start) {
        if (start.startsWith("89504e470d0a1a0a")) {
            return "image/png";
        }
        if (start.startsWith("ffd8ff")) {
            return "image/jpeg";
        }
        if (start.startsWith("474946383761") || start.startsWith("474946383961")) {
            return "image/gif";
        }
        if (start.startsWith("52494646") && start.startsWith("57454250", 16)) {
            return "image/webp";
        }
        return start.startsWith("49492a00") || start.startsWith("4d4d002a") ? "image/tiff" : null;
    }

    /** The first words in lower case if the file could be markup, in the encodings XML knows; else empty. */
    private static String startOfMarkup(byte[] content) {
        byte[] start = Arrays.copyOf(content, Math.min(content.length, LOOKED_AT));
        String text = new String(start, encoding(start)).replace("\uFEFF", "").stripLeading();
        return text.startsWith("<") ? text.toLowerCase(Locale.ROOT) : "";
    }

    private static Charset encoding(byte[] start) {
        if (start.length >= 2) {
            int first = start[0] & 0xff;
            int second = start[1] & 0xff;
            if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
                return StandardCharsets.UTF_16LE;
            }
            if ((first == 0xfe && second == 0xff) || (first == 0 && second != 0)) {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean contains(byte[] content, byte[] mark) {
        int last = Math.min(content.length, LOOKED_AT) - mark.length;
        for (int i = 0; i <= last; i++) {
            if (Arrays.equals(content, i, i + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(byte[] content) {
        if (content.length == 0) {
            return false;
        }
        int length = Math.min(content.length, TEXT_LOOKED_AT);
        while (length < content.length && length > 0 && (content[length] & 0xc0) == 0x80) {
            length--;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, 0, length))
                    .toString();
            return text.chars().allMatch(c -> c >= 0x20 || c == '\n' || c == '\r' || c == '\t' || c == '\f');
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
