package io.simbaerp.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files a computer would run if somebody opened them: told by how they begin, whatever they are called, and by their names. */
final class Programs {

    private static final Set<String> ENDINGS = Set.of(
            "apk", "app", "appx", "bat", "class", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "jar", "js", "jse",
            "lnk", "mjs", "msi", "msix", "msp", "pif", "ps1", "psm1", "py", "reg", "scr", "sh", "sys", "url", "vbe",
            "vbs", "wsf", "wsh");

    /**
     * What these end may also be called after an address, as a scan of www.example.com: it is a program unless it begins
     * as a paper. The other endings are believed in any case: a script or an archive may stand behind a picture.
     */
    private static final Set<String> ENDINGS_OF_ADDRESSES = Set.of("app", "com");

    /** PDF, PNG, JPEG, GIF and TIFF. */
    private static final List<byte[]> PAPERS = List.of(
            bytes("%PDF-"),
            HexFormat.of().parseHex("89504e470d0a1a0a"),
            HexFormat.of().parseHex("ffd8ff"),
            bytes("GIF87a"),
            bytes("GIF89a"),
            HexFormat.of().parseHex("49492a00"),
            HexFormat.of().parseHex("4d4d002a"));

    /** Windows, Linux, Java and macOS (one and several architectures, either byte order), shortcuts, scripts. */
    private static final List<byte[]> BEGINNINGS = List.of(
            bytes("MZ"),
            HexFormat.of().parseHex("7f454c46"),
            HexFormat.of().parseHex("cafebabe"),
            HexFormat.of().parseHex("feedface"),
            HexFormat.of().parseHex("feedfacf"),
            HexFormat.of().parseHex("cefaedfe"),
            HexFormat.of().parseHex("cffaedfe"),
            HexFormat.of().parseHex("4c00000001140200"),
            bytes("#!"));

    private Programs() {}

    static boolean isOne(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        boolean called = name.contains(".") && ENDINGS.contains(ending);
        boolean paper = ENDINGS_OF_ADDRESSES.contains(ending) && beginsAsOneOf(PAPERS, content);
        return called && !paper || beginsAsOneOf(BEGINNINGS, content);
    }

    private static boolean beginsAsOneOf(List<byte[]> beginnings, byte[] content) {
        return beginnings.stream().anyMatch(beginning -> begins(content, beginning));
    }

    private static boolean begins(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
