package io.simbaerp.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {

    @ParameterizedTest
    @CsvSource({
        "www.example.com, %PDF-1.7 an invoice",
        "faktura.app, %PDF-1.7 an invoice",
        "Scan of WWW.EXAMPLE.COM, GIF89a",
        "faktura.pdf, anything",
        "com, anything"
    })
    void aPaperMayBeCalledAfterAnAddress(String name, String content) {
        assertThat(Programs.isOne(name, bytes(content))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"89504e470d0a1a0a00", "ffd8ffe0", "474946383761", "49492a0008", "4d4d002a00"})
    void aPictureMayToo(String beginning) {
        byte[] picture = HexFormat.of().parseHex(beginning);

        assertThat(Programs.isOne("www.example.com", picture)).isFalse();
        assertThat(Programs.isOne("www.example.com", Arrays.copyOf(picture, 2))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com, PDF-1.7",
        "www.example.com, MZ %PDF-1.7",
        "faktura.app, #!/bin/sh",
        "www.example.com, ''",
        "faktura.pdf, MZ",
        "faktura.js, GIF89a=1",
        "faktura.hta, %PDF-1.7 <script>",
        "faktura.jar, %PDF-1.7",
        "faktura.cmd, %PDF-1.7",
        "faktura.exe, %PDF-1.7"
    })
    void whatRunsIsAProgramWhateverItBeginsWith(String name, String content) {
        assertThat(Programs.isOne(name, bytes(content))).isTrue();
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
