package io.simbaerp.integration.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.document.part.PartDraft;
import io.simbaerp.intake.UnreadableContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ZipReaderTest {

    @Test
    void takesTheFilesOutWithoutTheirFolders() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/b/faktura.xml", utf8("<x/>"));
        files.put("../../etc/passwd", utf8("root"));
        files.put("__MACOSX/._faktura.xml", utf8("noise"));
        files.put("empty.txt", new byte[0]);
        files.put("skan\u202e.pdf", utf8("%PDF-"));

        assertThat(ZipReader.read(zip(files)))
                .extracting(PartDraft::fileName)
                .containsExactly("faktura.xml", "passwd", "skan.pdf");
    }

    @Test
    void knowsFormatsBuiltOnZip() throws IOException {
        assertThat(ZipReader.builtOnZip(zip(Map.of("[Content_Types].xml", utf8("<x/>")))))
                .contains("application/vnd.openxmlformats-officedocument");
        assertThat(ZipReader.builtOnZip(
                        zip(Map.of("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet")))))
                .contains("application/vnd.oasis.opendocument.spreadsheet");
        assertThat(ZipReader.builtOnZip(zip(Map.of("faktura.xml", utf8("<x/>")))))
                .isEmpty();
    }

    @Test
    void refusesWhatUnpacksWithoutEnd() throws IOException {
        byte[] bomb = zip(Map.of("zeros", new byte[30 * 1024 * 1024]));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            many.put("zeros" + i, new byte[20 * 1024 * 1024]);
        }
        byte[] sum = zip(many);

        assertThat(bomb.length).isLessThan(100_000);
        refuses(bomb, "content.container-too-large");
        refuses(sum, "content.container-too-large");
    }

    @Test
    void whatNobodyWantsCountsToo() throws IOException {
        byte[] bomb = zip(Map.of("__MACOSX/noise", new byte[Unpacking.LARGEST_FILE + 1]));
        refuses(bomb, "content.container-too-large");
        assertThat(ZipReader.builtOnZip(bomb)).isEmpty();
    }

    @Test
    void refusesTooManyFiles() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 201; i++) {
            many.put("f" + i, utf8("x" + i));
        }

        refuses(zip(many), "content.container-too-many");
    }

    @Test
    void saysWhatIsWrongWithIt() throws IOException {
        byte[] encrypted = zip(Map.of("secret.xml", utf8("<x/>")));
        encrypted[6] |= 1;
        byte[] damaged = zip(Map.of("a.xml", utf8("<x>some more text to pack, some more text to pack</x>")));
        damaged[40] ^= 0x55;
        damaged[41] ^= 0x55;

        refuses(encrypted, "content.zip-encrypted");
        refuses(damaged, "content.zip-damaged");
        refuses(zip(Map.of()), "content.zip-empty");
    }

    private static void refuses(byte[] zip, String rule) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> ZipReader.read(zip))
                .isInstanceOfSatisfying(UnreadableContent.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo(rule)));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
