package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an invoice carries inside is kept with it; what a scanner flags is locked, and the invoice goes on. */
@StoryTest
class AttachmentStory {

    private static final String THREAT = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Autowired
    Simba simba;

    @Test
    void attachmentsAreListedAndDownloadedUnlessTheyAreLocked() {
        InvoiceXml invoice = InvoiceXml.numbered("ATT/1/2026").line("Serwis", "100.00", "23");
        String xml = new String(invoice.bytes(), StandardCharsets.UTF_8)
                .replaceFirst(
                        "<cac:AccountingSupplierParty>",
                        file("Z-1", "text/csv", "godziny.csv", "dzień;godziny\n")
                                + file("Z-2", "application/pdf", "faktura.pdf", THREAT)
                                        .replace("$", "\\$")
                                + "<cac:AccountingSupplierParty>");
        String document = simba.as("accountant")
                .upload(xml.getBytes(StandardCharsets.UTF_8), "att.xml", "")
                .expect(201)
                .get("id");
        simba.runDueJobs();

        JsonNode files = simba.as("accountant")
                .get("/api/v1/documents/" + document + "/attachments")
                .expect(200)
                .body();
        assertThat(files).hasSize(2);
        assertThat(files.get(0).path("fileName").asString()).isEqualTo("godziny.csv");
        assertThat(files.get(0).path("lockedBecause").asString("")).isEmpty();
        assertThat(files.get(1).path("lockedBecause").asString()).contains("EICAR");
        String path = "/api/v1/documents/" + document + "/attachments/";
        assertThat(new String(
                        simba.as("accountant")
                                .download(path + files.get(0).path("id").asString()),
                        StandardCharsets.UTF_8))
                .isEqualTo("dzień;godziny\n");
        assertThat(simba.as("accountant")
                        .get(path + files.get(1).path("id").asString())
                        .expect(422)
                        .get("rule"))
                .isEqualTo("original.locked");
        assertThat(simba.timelineOf(document)).contains("files-attached-and-locked");

        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void aFileThatIsAThreatItselfIsKeptAndLocked() {
        String document = simba.as("accountant")
                .upload(THREAT.getBytes(StandardCharsets.US_ASCII), "program.txt", "")
                .expect(201)
                .get("id");

        assertThat(simba.as("accountant")
                        .get("/api/v1/documents/" + document + "/original")
                        .expect(422)
                        .get("rule"))
                .isEqualTo("original.locked");
    }

    private static String file(String id, String mediaType, String name, String content) {
        return "<cac:AdditionalDocumentReference><cbc:ID>" + id + "</cbc:ID><cac:Attachment>"
                + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"" + mediaType + "\" filename=\"" + name + "\">"
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
    }
}
