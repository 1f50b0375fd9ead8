package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What comes packed, in a ZIP file or a message, becomes documents of their own. */
@StoryTest
class ContainerStory {

    @Autowired
    Simba simba;

    @Test
    void everyFileOfAZipBecomesADocument() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "invoice.xml",
                InvoiceXml.numbered("ZIP/1").line("Papier", "10.00", "23").bytes());
        files.put("letter.txt", "Dzień dobry".getBytes(StandardCharsets.UTF_8));
        files.put("broken.xml", "<a><b></a>".getBytes(StandardCharsets.UTF_8));

        JsonNode parts = parts(upload(zip(files), "faktury.pdf"));

        assertThat(parts).hasSize(3);
        assertThat(parts.get(0).path("kind").asString()).isEqualTo("purchase-invoice");
        assertThat(parts.get(0).path("state").asString()).isEqualTo("IN_PROCESS");
        assertThat(parts.get(1).path("kind").asString()).isEqualTo("plain");
        assertThat(parts.get(2).path("state").asString()).isEqualTo("QUARANTINED");
    }

    @Test
    void theAttachmentsOfAMessageBecomeDocumentsAndItsTextStaysInTheOriginal() {
        byte[] invoice =
                InvoiceXml.numbered("MAIL/1").line("Papier", "10.00", "23").bytes();
        String message = "From: a@example.org\r\nTo: b@example.org\r\nSubject: Faktura MAIL/1\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
                + "--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=f.bin\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(invoice) + "\r\n--x--\r\n";

        String document = upload(message.getBytes(StandardCharsets.UTF_8), "mail.txt");

        JsonNode mail =
                simba.as("accountant").get("/api/v1/documents/" + document).body();
        assertThat(mail.path("mediaType").asString()).isEqualTo("message/rfc822");
        assertThat(mail.path("title").asString()).isEqualTo("Faktura MAIL/1");
        JsonNode parts = parts(document);
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).path("kind").asString()).isEqualTo("purchase-invoice");
        assertThat(simba.as("accountant")
                        .download("/api/v1/documents/" + parts.get(0).path("id").asString() + "/original"))
                .isEqualTo(invoice);
        assertThat(simba.as("accountant").download("/api/v1/documents/" + document + "/original"))
                .isEqualTo(message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void zipsInZipsEndAtALimit() throws IOException {
        byte[] content = "the innermost file".getBytes(StandardCharsets.UTF_8);
        for (int depth = 0; depth < 5; depth++) {
            content = zip(Map.of("level" + depth, content));
        }

        String document = upload(content, "nested.zip");

        for (int depth = 0; depth < 3; depth++) {
            document = parts(document).get(0).path("id").asString();
        }
        assertThat(simba.stateOf(document)).isEqualTo("QUARANTINED");
        assertThat(parts(document)).isEmpty();
    }

    private JsonNode parts(String document) {
        return simba.as("accountant")
                .get("/api/v1/documents/" + document + "/parts")
                .expect(200)
                .body();
    }

    private String upload(byte[] content, String name) {
        String id = simba.as("accountant").upload(content, name, "").expect(201).get("id");
        simba.runDueJobs();
        return id;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
