package io.simbaerp.isolation;

import io.simbaerp.story.ChangedRules;
import io.simbaerp.story.LedgerRecords;
import io.simbaerp.story.PageUser;
import io.simbaerp.story.RestUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One record of each kind that the path of a door can name and that a company has only if somebody asks for it. */
final class TwinRecords {

    private static final String UPLOAD = "key;journal;posting_date;narration;account;debit;credit;text\n"
            + "a;PK;2026-11-18;%s;100-01;10;;\na;;;;130-01;;11;\n";

    private final Twin twin;
    private final RestUser everybody;
    private final PageUser session;

    TwinRecords(Twin twin) {
        this.twin = twin;
        this.everybody = twin.rest("everybody");
        this.session = twin.session("everybody");
    }

    void make() {
        new LedgerRecords(twin.simba()).make();
        try {
            new ChangedRules(twin.simba()).propose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        everybody
                .ask(
                        "POST",
                        "/api/v1/entry-plans",
                        "{\"kind\":\"ACCRUAL\",\"template\":\"RENT\",\"amount\":\"70\",\"firstDay\":\"2027-02-20\"}")
                .expect(201);
        everybody
                .post(
                        "/api/v1/fiscal-periods/2026-11/exceptions",
                        Map.of("area", "VAT", "endsAt", "2026-12-10T10:00:00Z", "reason", "Wyjątek " + twin.mark()))
                .expect(201);
        upload();
        claim();
        supplierIsProposed();
        substitutions();
        hold();
    }

    /** It waits: no job runs in stories. */
    private void upload() {
        done(session.postFile(
                "/ledger/entries/uploads", "file", UPLOAD.formatted(twin.mark()).getBytes(StandardCharsets.UTF_8)));
    }

    /** A line with its receipt. */
    private void claim() {
        String claim = first("/api/v1/expense-claims");
        int edition = everybody
                .get("/api/v1/expense-claims/" + claim)
                .expect(200)
                .body()
                .path("edition")
                .asInt();
        done(session.postFile(
                "/expenses/" + claim + "/lines?category=PARKING&description=Parking&gross=18.00&currency=PLN"
                        + "&spentOn=2026-11-18&edition=" + edition,
                "receipt",
                ("Paragon " + twin.mark()).getBytes(StandardCharsets.UTF_8)));
    }

    private static void done(PageUser.Answer answer) {
        if (answer.status() != 302) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    /** While the company asks for approval; afterwards it asks for none again. */
    private void supplierIsProposed() {
        done(session.post("/parties/creation-approval", Map.of("needed", List.of("on"))));
        everybody
                .post(
                        "/api/v1/parties",
                        Map.of(
                                "name",
                                "Zgłoszony " + twin.mark(),
                                "address",
                                Map.of("country", "PL"),
                                "supplier",
                                true))
                .expect(201);
        done(session.post("/parties/creation-approval", Map.of()));
    }

    /** Of everybody's own work, and of somebody's who reports to the one who belongs to both companies; much later. */
    private void substitutions() {
        JsonNode people = everybody.get("/api/v1/people").expect(200).body().path("items");
        String director = null;
        String manager = null;
        for (JsonNode person : people) {
            String login = person.path("login").asString();
            director = login.equals("a-director") || director == null && login.endsWith("-director")
                    ? person.path("id").asString()
                    : director;
            manager = login.endsWith("-manager") ? person.path("id").asString() : manager;
        }
        Map<String, Object> later = Map.of(
                "substitute",
                director,
                "firstDay",
                "2027-06-01",
                "lastDay",
                "2027-06-02",
                "reason",
                "Urlop " + twin.mark());
        everybody.post("/api/v1/substitutions", later).expect(201);
        everybody.post("/api/v1/people/" + manager + "/substitutions", later).expect(201);
        everybody
                .put("/api/v1/people/" + manager + "/superior", Map.of("superior", director))
                .expect(200);
    }

    private void hold() {
        String party = first("/api/v1/parties");
        everybody
                .post("/api/v1/audit-trail/persons/party/" + party + "/holds", Map.of("reason", "Spór " + twin.mark()))
                .expect(200);
    }

    private String first(String list) {
        return everybody
                .get(list)
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }
}
