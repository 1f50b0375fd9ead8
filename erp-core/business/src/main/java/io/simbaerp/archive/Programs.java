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
        return name.contains(".") && ENDINGS.contains(ending)
                || BEGINNINGS.stream().anyMatch(beginning -> begins(content, beginning));
    }

    private static boolean begins(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
