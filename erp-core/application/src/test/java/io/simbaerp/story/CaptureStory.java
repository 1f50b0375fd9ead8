package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An invoice that came as a picture is typed in beside it and then goes the way of every other. */
@StoryTest
class CaptureStory {

    @Autowired
    Simba simba;

    @Test
    void aPictureIsTypedInCodedApprovedAndPosted() throws IOException {
        String document = upload(picture(1), "scan.xml");
        JsonNode task = simba.taskOf("accountant", document);
        assertThat(task.path("key").asString()).isEqualTo("Task_EnterInvoice");
        assertThat(task.path("outcomes").get(0).asString()).isEqualTo("enter");

        simba.decide("accountant", document, Map.of("outcome", "enter", "coding", entry("FOTO/1", "123.00")))
                .expect(200);

        JsonNode known = simba.as("accountant")
                .get("/api/v1/documents/" + document)
                .expect(200)
                .body();
        assertThat(known.path("kind").asString()).isEqualTo("purchase-invoice");
        assertThat(known.path("state").asString()).isEqualTo("IN_PROCESS");
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(simba.timelineOf(document))
                .containsSubsequence(
                        "document-registered",
                        "document-in-process",
                        "purchase-invoice-received",
                        "purchase-invoice-coded",
                        "purchase-invoice-posted");
        JsonNode invoice = simba.as("accountant")
                .get("/api/v1/documents/" + document + "/invoice")
                .expect(200)
                .body();
        assertThat(invoice.path("number").asString()).isEqualTo("FOTO/1");
        assertThat(invoice.toString()).contains("\"123.00\"");
    }

    @Test
    void whatDoesNotAddUpIsRefusedAndNamesTheField() throws IOException {
        String document = upload(pdf(), "scan.pdf");

        RestUser.Answer nothing = simba.decide("accountant", document, Map.of("outcome", "enter"));
        assertThat(nothing.expect(422).get("rule")).isEqualTo("invoice.entry-nothing");
        RestUser.Answer differs =
                simba.decide("accountant", document, Map.of("outcome", "enter", "coding", entry("FOTO/2", "124.00")));
        assertThat(differs.expect(422).get("rule")).isEqualTo("invoice.entry-sum-differs");
        assertThat(differs.get("field")).isEqualTo("gross");
        Map<String, Object> unnamed = entry("FOTO/2", "123.00");
        unnamed.remove("sellerName");
        RestUser.Answer missing = simba.decide("accountant", document, Map.of("outcome", "enter", "coding", unnamed));
        assertThat(missing.expect(422).get("field")).isEqualTo("sellerName");
        assertThat(simba.taskOf("accountant", document).path("key").asString()).isEqualTo("Task_EnterInvoice");
        assertThat(simba.stateOf(document)).isEqualTo("RECEIVED");
    }

    @Test
    void whatIsNoInvoiceIsFiledAway() throws IOException {
        String document = upload(picture(2), "letter.jpg");

        simba.decide("accountant", document, Map.of("outcome", "file-away")).expect(200);

        assertThat(simba.stateOf(document)).isEqualTo("ARCHIVED");
        assertThat(simba.tasksOf("accountant", document)).isEmpty();
    }

    @Test
    void otherFilesAskNobody() {
        String document = upload("A letter".getBytes(), "letter.png");

        assertThat(simba.tasksOf("accountant", document)).isEmpty();
    }

    private String upload(byte[] content, String name) {
        String id = simba.as("accountant").upload(content, name, "").expect(201).get("id");
        simba.runDueJobs();
        return id;
    }

    private static Map<String, Object> entry(String number, String gross) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("kind", "invoice");
        entry.put("number", number);
        entry.put("issueDate", "2026-11-16");
        entry.put("dueDate", "2026-11-30");
        entry.put("currency", "PLN");
        entry.put("sellerName", "Transwolta Logistyka Sp. z o.o.");
        entry.put("sellerTaxId", "9990011222");
        entry.put("sellerCountry", "PL");
        entry.put("description", "Transport");
        entry.put("vat", List.of(Map.of("category", "S", "rate", "23", "net", "100.00", "tax", "23,00")));
        entry.put("gross", gross);
        return entry;
    }

    private static byte[] picture(int shade) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, shade);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
