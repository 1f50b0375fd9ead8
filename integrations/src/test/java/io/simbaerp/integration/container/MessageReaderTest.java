package io.simbaerp.integration.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.part.PartDraft;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    private static final String HEAD = "Received: from a by b; Mon, 16 Nov 2026 10:00:00 +0100\r\n"
            + "From: Dostawca <faktury@example.org>\r\nTo: ksiegowosc@example.com\r\n"
            + "Subject: =?UTF-8?B?" + base64("Faktura za październik") + "?=\r\nMIME-Version: 1.0\r\n";

    @Test
    void takesOutWhatIsAttachedAndNothingElse() {
        String message = HEAD + "Content-Type: multipart/mixed; boundary=\"m\"\r\n\r\n"
                + part("m", "Content-Type: multipart/related; boundary=\"r\"")
                + part("r", "Content-Type: text/html")
                + "<p>W załączeniu faktura</p>\r\n"
                + part(
                        "r",
                        "Content-Type: image/png; name=\"logo.png\"\r\nContent-ID: <logo>\r\nContent-Disposition: inline")
                + "logo\r\n--r--\r\n"
                + part(
                        "m",
                        "Content-Type: application/xml\r\nContent-Transfer-Encoding: base64\r\n"
                                + "Content-Disposition: attachment; filename=\"=?UTF-8?B?" + base64("żółta.xml")
                                + "?=\"")
                + base64("<faktura/>") + "\r\n"
                + part("m", "Content-Type: image/jpeg; name=skan.jpg\r\nContent-Disposition: inline")
                + "picture\r\n"
                + part("m", "Content-Type: application/pkcs7-signature; name=smime.p7s")
                + "signature\r\n--m--\r\n";

        Message read = MessageReader.read(utf8(message));

        assertThat(read.subject()).isEqualTo("Faktura za październik");
        assertThat(read.attachments()).extracting(PartDraft::fileName).containsExactly("żółta.xml", "skan.jpg");
        assertThat(read.attachments().get(0).content()).isEqualTo(utf8("<faktura/>"));
    }

    @Test
    void keepsAForwardedMessageAsItWas() {
        String inner = HEAD + "Content-Type: text/plain\r\n\r\nBez załącznika";
        String outer = HEAD + "Content-Type: multipart/mixed; boundary=\"m\"\r\n\r\n"
                + part("m", "Content-Type: message/rfc822") + inner + "\r\n--m--\r\n";

        Message read = MessageReader.read(utf8(outer));

        assertThat(read.attachments()).singleElement().satisfies(part -> {
            assertThat(part.fileName()).isEqualTo("message.eml");
            assertThat(new String(part.content(), StandardCharsets.UTF_8)).isEqualTo(inner);
            assertThat(MessageReader.recognises(part.content())).isTrue();
        });
    }

    @Test
    void findsNothingInAMessageThatOnlyTalks() {
        assertThat(MessageReader.read(utf8(HEAD + "\r\nDzień dobry")).attachments())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"From here on\nwe walk", "Date: 1\nSubject: 2\n\nno sender", "<a>From: x</a>", "", "\n\nFrom: a"
            })
    void doesNotTakeAnyTextForAMessage(String text) {
        assertThat(MessageReader.recognises(utf8(text))).isFalse();
    }

    @Test
    void recognisesAMessageByItsHead() {
        assertThat(MessageReader.recognises(utf8(HEAD + "\r\nText"))).isTrue();
        assertThat(MessageReader.recognises(utf8(HEAD.replace("\r\n", "\n") + "\nText")))
                .isTrue();
    }

    private static String part(String boundary, String head) {
        return "--" + boundary + "\r\n" + head + "\r\n\r\n";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
