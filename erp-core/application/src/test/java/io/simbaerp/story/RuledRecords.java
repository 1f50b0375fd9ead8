package io.simbaerp.story;

import java.util.List;
import java.util.Map;

/** What a company rules once: its calendar, limits, budgets, plans of entries and exceptions from locks. */
final class RuledRecords {

    private final RestUser admin;
    private final RestUser accountant;
    private final RestUser director;

    /** In the company of those people, in whose books there is the template RENT. */
    RuledRecords(Simba simba) {
        admin = simba.as("admin");
        accountant = simba.as("accountant");
        director = simba.as("director");
    }

    /** Makes one of each. */
    void make() {
        admin.put("/api/v1/working-calendar/days/2026-12-24", Map.of("works", false, "name", "Wigilia"))
                .expect(204);
        admin.put(
                        "/api/v1/working-calendar/week",
                        Map.of(
                                "country",
                                "PL",
                                "opens",
                                "08:00",
                                "closes",
                                "16:00",
                                "days",
                                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")))
                .expect(200);
        admin.ask(
                        "PUT",
                        "/api/v1/book-policy/entry-limit",
                        "{\"amount\":{\"amount\":\"9000000.00\",\"currency\":\"PLN\"}}")
                .expect(200);
        admin.post(
                        "/api/v1/rolling-limits",
                        Map.of(
                                "duty",
                                "APPROVE_INVOICE",
                                "persons",
                                "EACH",
                                "suppliers",
                                "TOGETHER",
                                "costCentres",
                                "TOGETHER",
                                "days",
                                30,
                                "amount",
                                amount(),
                                "reason",
                                "Limit"))
                .expect(201);
        admin.put(
                        "/api/v1/budgets",
                        Map.of(
                                "budgets",
                                List.of(Map.of(
                                        "costCentre", "200", "from", "2026-11", "to", "2026-11", "amount", amount()))))
                .expect(200);
        exception();
        accountant
                .ask(
                        "POST",
                        "/api/v1/entry-plans",
                        "{\"kind\":\"ACCRUAL\",\"template\":\"RENT\",\"amount\":\"70\",\"firstDay\":\"2026-11-20\"}")
                .expect(201);
        accountant.post("/api/v1/entry-plans/due", Map.of()).expect(200);
    }

    /** One that was taken back: nobody else's periods stand open for it. */
    private void exception() {
        String path = "/api/v1/fiscal-periods/2026-11/exceptions";
        String id = director.post(path, Map.of("area", "VAT", "endsAt", "2026-12-10T10:00:00Z", "reason", "Pomyłka"))
                .expect(201)
                .get("id");
        director.ask("DELETE", path + "/" + id, "").expect(204);
    }

    /** Takes away what others would meet. */
    void forget() {
        admin.ask("DELETE", "/api/v1/working-calendar/days/2026-12-24", "").expect(204);
        admin.ask("PUT", "/api/v1/book-policy/entry-limit", "{\"amount\":null}").expect(200);
    }

    private static Map<String, Object> amount() {
        return Map.of("amount", "9000000.00", "currency", "PLN");
    }
}
