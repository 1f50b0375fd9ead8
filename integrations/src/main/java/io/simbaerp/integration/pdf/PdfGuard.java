package io.simbaerp.integration.pdf;

import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.UnreadableContent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks through a PDF before a parser does. A parser unpacks the tables and object streams of a file whole and in memory
 * while it opens it: here they are unpacked piece by piece and only counted.
 */
final class PdfGuard {

    /** What the tables and objects of a PDF of some thousand pages need. */
    static final int MOST_UNPACKED = 64 * 1024 * 1024;

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final String STREAM = "stream";
    private static final String ENCRYPT = "Encrypt";

    /** Every letter of it as a number. */
    private static final int LONGEST_ENCRYPT = 3 * ENCRYPT.length();

    private static final Pattern STRUCTURE = Pattern.compile("/(?:First|W|ObjStm|XRef)\\b");
    private static final Pattern PACKED = Pattern.compile("/(?:FlateDecode|Fl)\\b");
    private static final Pattern PACKED_OTHERWISE = Pattern.compile("/(?:LZWDecode|LZW|RunLengthDecode|RL)\\b");
    private static final int LONGEST_DICTIONARY = 16 * 1024;

    private final byte[] pdf;
    private final String text;
    private final boolean encrypted;
    private long unpacked;

    PdfGuard(byte[] pdf) {
        this.pdf = pdf;
        this.text = new String(pdf, StandardCharsets.ISO_8859_1);
        this.encrypted = text.contains("/" + ENCRYPT) || namesEncrypt(text);
    }

    /** Deflate packs at most so well: an encrypted table or object stream can be judged by its length alone. */
    private static final int BEST_PACKING = 1032;

    /** Whether it is locked with a password, even an empty one. */
    boolean isEncrypted() {
        return encrypted;
    }

    /**
     * @throws UnreadableContent content.pdf-bomb, if opening it would fill the memory
     * @throws LockedPdf if it is encrypted and so large inside that it might
     */
    void check() {
        for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + STREAM.length())) {
            ContentReader.goOn();
            if (!text.startsWith("end", at - 3)) {
                String dictionary = unescaped(text.substring(dictionary(at), at));
                if (STRUCTURE.matcher(dictionary).find()) {
                    checkStructure(dictionary, data(at + STREAM.length()));
                }
            }
        }
    }

    /** Where the data of a stream begin: after the blanks and the one end of line behind the keyword. */
    private int data(int behind) {
        int at = behind;
        while (at < pdf.length && pdf[at] == ' ') {
            at++;
        }
        if (at < pdf.length && pdf[at] == '\r') {
            at++;
        }
        return at < pdf.length && pdf[at] == '\n' ? at + 1 : at;
    }

    /** Whether a name says it with some of its letters written as numbers. */
    private static boolean namesEncrypt(String text) {
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            int slash = at;
            while (slash > 0 && at - slash < LONGEST_ENCRYPT && text.charAt(slash) != '/') {
                slash--;
            }
            if (text.charAt(slash) != '/') {
                continue;
            }
            String name = text.substring(slash, Math.min(slash + 1 + LONGEST_ENCRYPT, text.length()));
            if (unescaped(name).startsWith("/" + ENCRYPT)) {
                return true;
            }
        }
        return false;
    }

    private void checkStructure(String dictionary, int start) {
        long packings = PACKED.matcher(dictionary).results().count();
        if (packings > 1 || PACKED_OTHERWISE.matcher(dictionary).find()) {
            throw new UnreadableContent("content.pdf-bomb", MOST_UNPACKED / 1024 / 1024);
        }
        if (packings == 1 && encrypted) {
            int end = text.indexOf("endstream", start);
            unpacked += (long) ((end < 0 ? pdf.length : end) - start) * BEST_PACKING;
            if (unpacked > MOST_UNPACKED) {
                throw new LockedPdf();
            }
        } else if (packings == 1) {
            unpack(start);
        }
    }

    private void unpack(int start) {
        Inflater inflater = new Inflater();
        byte[] piece = new byte[64 * 1024];
        try {
            inflater.setInput(pdf, start, pdf.length - start);
            int length = inflater.inflate(piece);
            while (length > 0) {
                ContentReader.goOn();
                unpacked += length;
                if (unpacked > MOST_UNPACKED) {
                    throw new UnreadableContent("content.pdf-bomb", MOST_UNPACKED / 1024 / 1024);
                }
                length = inflater.inflate(piece);
            }
        } catch (DataFormatException damaged) {
            // As far as it could be unpacked it is counted; the parser says what is wrong with it.
            return;
        } finally {
            inflater.end();
        }
    }

    /** Where the dictionary of a stream begins: after the keyword {@code obj} before it. */
    private int dictionary(int stream) {
        int furthest = Math.max(0, stream - LONGEST_DICTIONARY);
        for (int at = stream; at > furthest; at--) {
            if (text.startsWith("obj", at)) {
                return at;
            }
        }
        return furthest;
    }

    private static String unescaped(String names) {
        return names.indexOf('#') < 0
                ? names
                : ESCAPED.matcher(names)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }
}
