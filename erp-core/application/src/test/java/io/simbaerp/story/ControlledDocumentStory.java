package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Personnel writes how trips are paid, the director reviews it, accountants read it; then it changes and goes. */
@StoryTest
class ControlledDocumentStory {

    private static final String TITLE = "Business trips of the story";

    @Autowired
    Simba simba;

    @Test
    void aPolicyIsWrittenReviewedReadChangedAndTakenOutOfUse() {
        ControlledRecords records = new ControlledRecords(simba);
        String id = records.written(TITLE, "# Rates\n\n45 per day\n\nAsk first.");
        simba.as("accountant").get(ControlledRecords.PATH + id).expect(404);
        records.submitted(id);
        records.decided("director", TITLE, "return", "Say from when").expect(200);
        JsonNode back = records.one("personnel", id).path("versions").get(0);
        assertThat(back.path("note").asString()).isEqualTo("Say from when");
        simba.as("personnel")
                .put(
                        ControlledRecords.PATH + id + "/draft",
                        Map.of(
                                "title",
                                TITLE,
                                "kind",
                                "POLICY",
                                "body",
                                "# Rates\n\n45 per day from January\n\nAsk first.",
                                "readers",
                                List.of("accountant"),
                                "edition",
                                back.path("edition").asInt()))
                .expect(200);
        records.submitted(id);
        records.decided("director", TITLE, "approve", null).expect(200);

        JsonNode first = records.one("accountant", id).path("versions").get(0);
        assertThat(first.path("standing").asString()).isEqualTo("IN_FORCE");
        assertThat(first.path("number").asInt()).isEqualTo(1);
        assertThat(simba.as("accountant")
                        .get("/api/v1/controlled-documents/to-read")
                        .text())
                .contains(TITLE);
        records.read("manager", id, first.path("id").asString()).expect(422);
        records.read("accountant", id, first.path("id").asString()).expect(200);
        JsonNode reading = simba.as("personnel")
                .get(ControlledRecords.PATH + id + "/reading")
                .expect(200)
                .body();
        assertThat(reading.path("progress").path("confirmed").asInt()).isEqualTo(1);
        assertThat(reading.path("readers")).hasSize(1);
        assertThat(simba.as("accountant")
                        .get(ControlledRecords.PATH + id + "/reading")
                        .expect(200)
                        .body()
                        .path("readers"))
                .as("who has read it, those who write and review see")
                .isEmpty();

        revise(records, id);
        pages(id);
        simba.as("personnel")
                .post(ControlledRecords.PATH + id + "/withdrawal", Map.of("reason", "Replaced by a contract"))
                .expect(200);
        assertThat(records.one("accountant", id)
                        .path("withdrawal")
                        .path("reason")
                        .asString())
                .isEqualTo("Replaced by a contract");
        assertThat(simba.as("auditor")
                        .get("/api/v1/audit-trail?record=" + id + "&limit=100")
                        .text())
                .contains(
                        "controlled-document-drafted",
                        "controlled-document-submitted",
                        "controlled-document-returned",
                        "controlled-document-published",
                        "controlled-document-acknowledged",
                        "controlled-document-withdrawn");
    }

    private void revise(ControlledRecords records, String id) {
        JsonNode draft = simba.as("personnel")
                .post(ControlledRecords.PATH + id + "/revision", Map.of())
                .expect(200)
                .body()
                .path("versions")
                .get(0);
        simba.as("personnel")
                .put(
                        ControlledRecords.PATH + id + "/draft",
                        Map.of(
                                "title",
                                TITLE,
                                "kind",
                                "KNOWLEDGE",
                                "body",
                                "# Rates\n\n60 per day\n\nAsk first.",
                                "readers",
                                List.of("accountant"),
                                "edition",
                                draft.path("edition").asInt()))
                .expect(200);
        records.submitted(id);
        records.decided("manager", TITLE, "approve", null).expect(200);
        JsonNode versions = records.one("accountant", id).path("versions");
        assertThat(versions.get(0).path("standing").asString()).isEqualTo("IN_FORCE");
        assertThat(versions.get(1).path("standing").asString()).isEqualTo("SUPERSEDED");
        JsonNode changes = simba.as("accountant")
                .get(ControlledRecords.PATH + id + "/versions/"
                        + versions.get(0).path("id").asString() + "/changes")
                .expect(200)
                .body();
        assertThat(changes.path("lines").toString()).contains("45 per day from January", "60 per day");
        assertThat(changes.path("fields").toString()).contains("\"POLICY\"", "\"KNOWLEDGE\"");
    }

    private void pages(String id) {
        PageUser accountant = PageUser.signIn(simba.url(), "accountant", "accountant");
        assertThat(accountant.get("/controlled-documents?text=Business+trips").text())
                .contains(TITLE);
        assertThat(accountant.get("/lists/controlled-documents/export.csv").text())
                .contains(TITLE, "0 / 1");
        assertThat(accountant.get("/controlled-documents/to-read").text()).contains(TITLE);
        assertThat(accountant.get("/controlled-documents/" + id).text())
                .contains("60 per day", "<h2>Rates</h2>", "superseded");
        String newest = simba.as("accountant")
                .get(ControlledRecords.PATH + id)
                .body()
                .path("versions")
                .get(0)
                .path("id")
                .asString();
        assertThat(accountant
                        .get("/controlled-documents/" + id + "/versions/" + newest + "/changes")
                        .text())
                .contains(">Policy</td>", ">Knowledge page</td>");
        PageUser personnel = PageUser.signIn(simba.url(), "personnel", "personnel");
        String whole = personnel.get("/controlled-documents/" + id).text();
        assertThat(whole).contains("</html>", "0 of 1", "Accountant", "withdrawal");
        assertThat(personnel.get("/controlled-documents/new").text()).contains("</html>", "readWithinDays");
    }
}
