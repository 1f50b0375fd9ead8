package io.simbaerp.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What the books hold beside entries of documents: axes, keys, templates, a settlement, a line taken back,
 * assertions and a valuation.
 */
public final class LedgerRecords {

    private static final String DAY = "2026-11-16";

    private final RestUser admin;
    private final RestUser accountant;

    /** In the company of those people. */
    public LedgerRecords(Simba simba) {
        admin = simba.as("admin");
        accountant = simba.as("accountant");
    }

    /** Makes one of each. */
    public void make() {
        settings();
        String party = accountant
                .get("/api/v1/parties")
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        post("LR-1", line("202", "debit", party), line("100-01", "credit", null));
        post("LR-2", line("100-01", "debit", null), line("202", "credit", party));
        settle(party);
        assertions();
        valuation(party);
        String plain = post("LR-3", line("100-01", "debit", null), line("130-01", "credit", null));
        accountant
                .ask(
                        "POST",
                        "/api/v1/journal-entries/" + plain + "/line-reversals",
                        "{\"lines\":[2],\"reason\":\"Inny rachunek\",\"rest\":{\"account\":\"130-02\"}}")
                .expect(201);
    }

    private void assertions() {
        for (String day : List.of("2026-11-14", "2026-11-15")) {
            String id = accountant
                    .ask(
                            "POST",
                            "/api/v1/balance-assertions",
                            "{\"account\":\"409-90\",\"day\":\"" + day + "\",\"balance\":" + money()
                                    + ",\"source\":\"Wyciąg\"}")
                    .expect(201)
                    .get("id");
            accountant.post("/api/v1/balance-assertions/check", Map.of()).expect(200);
            accountant
                    .post("/api/v1/balance-assertions/" + id + "/withdrawal", Map.of("reason", "Pomyłka"))
                    .expect(200);
        }
    }

    private void valuation(String party) {
        Map<String, Object> rate =
                Map.of("currency", "NOK", "date", DAY, "mid", "0.4", "table", "1/T/NBP/2026", "source", "NBP");
        accountant.post("/api/v1/exchange-rates", rate).expect(201);
        String crowns =
                ",\"transactionAmount\":{\"amount\":\"30.85\",\"currency\":\"NOK\"},\"rate\":{\"currency\":\"NOK\","
                        + "\"base\":\"PLN\",\"rate\":0.4,\"date\":\"" + DAY
                        + "\",\"table\":\"1/T/NBP/2026\",\"source\":\"NBP\"}}";
        String debt = line("202", "credit", party);
        post("LR-4", debt.substring(0, debt.length() - 1) + crowns, line("100-01", "debit", null));
        admin.ask(
                        "POST",
                        "/api/v1/accounts",
                        "{\"code\":\"130-47\",\"nameEn\":\"Bank, NOK\",\"namePl\":\"Bank, NOK\",\"parent\":\"130\","
                                + "\"type\":\"ASSET\",\"normalSide\":\"DEBIT\",\"postable\":true,\"currency\":\"NOK\"}")
                .expect(201);
        String held = line("130-47", "debit", null);
        post("LR-5", held.substring(0, held.length() - 1) + crowns, line("100-01", "credit", null));
        for (String currency : openCurrencies()) {
            accountant
                    .post(
                            "/api/v1/exchange-rates",
                            Map.of("currency", currency, "date", DAY, "mid", "0.5", "table", "9/T", "source", "ECB"))
                    .expect(201);
        }
        String id = accountant
                .ask(
                        "POST",
                        "/api/v1/revaluations",
                        "{\"day\":\"" + DAY + "\",\"source\":\"ECB\"}",
                        "Idempotency-Key",
                        "ledger-records")
                .expect(201)
                .get("id");
        accountant
                .post("/api/v1/revaluations/" + id + "/take-back", Map.of("reason", "Próba"))
                .expect(200);
    }

    /** Whatever stories before this one left open has to be valued too. */
    private Set<String> openCurrencies() {
        Set<String> currencies = new TreeSet<>();
        String next = "";
        do {
            JsonNode page = accountant
                    .get("/api/v1/open-items?limit=100" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200)
                    .body();
            page.path("items")
                    .forEach(item ->
                            currencies.add(item.path("amount").path("currency").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        currencies.remove("PLN");
        return currencies;
    }

    private void settings() {
        admin.ask("POST", "/api/v1/axes", "{\"code\":\"REGION\",\"nameEn\":\"Region\",\"namePl\":\"Region\"}")
                .expect(201);
        for (String number : List.of("N", "S")) {
            admin.ask(
                            "POST",
                            "/api/v1/axes/REGION/values",
                            "{\"code\":\"" + number + "\",\"nameEn\":\"Part " + number + "\",\"namePl\":\"Część "
                                    + number + "\"}")
                    .expect(201);
        }
        admin.ask("PUT", "/api/v1/accounts/409-90/axes/REGION", "{\"rule\":\"OPTIONAL\",\"allowed\":[\"N\"]}")
                .expect(200);
        admin.ask(
                        "POST",
                        "/api/v1/distributions",
                        "{\"named\":{\"code\":\"HALVES\",\"nameEn\":\"Halves\",\"namePl\":\"Po połowie\"},\"axis\":\"REGION\","
                                + "\"parts\":[{\"number\":\"N\",\"percent\":50},{\"number\":\"S\",\"percent\":50}]}")
                .expect(201);
        admin.ask("PUT", "/api/v1/book-policy", "{\"bookingDay\":\"POSTING_DAY\"}")
                .expect(200);
        accountant
                .ask(
                        "POST",
                        "/api/v1/entry-templates",
                        "{\"code\":\"RENT\",\"name\":\"Rent\",\"journal\":\"PK\",\"narration\":\"Czynsz\",\"lines\":["
                                + "{\"account\":\"402-01\",\"side\":\"DEBIT\",\"percent\":100,\"costCentre\":\"100\"},"
                                + "{\"account\":\"641\",\"side\":\"CREDIT\"}]}")
                .expect(201);
    }

    private void settle(String party) {
        List<String> parts = new ArrayList<>();
        for (JsonNode item :
                accountant.get("/api/v1/open-items?text=LR-").expect(200).body().path("items")) {
            parts.add("{\"openItemId\":\"" + item.path("id").asString() + "\",\"amount\":" + money() + "}");
        }
        accountant
                .ask(
                        "POST",
                        "/api/v1/settlements",
                        "{\"partyId\":\"" + party + "\",\"reason\":\"Zapłata\",\"items\":[" + String.join(",", parts)
                                + "]}",
                        "Idempotency-Key",
                        "ledger-records")
                .expect(201);
    }

    private String post(String number, String... lines) {
        return accountant
                .ask(
                        "POST",
                        "/api/v1/journal-entries",
                        "{\"journal\":\"PK\",\"postingDate\":\"" + DAY
                                + "\",\"narration\":\"Próba\",\"documentNumber\":\"" + number + "\",\"lines\":["
                                + String.join(",", lines) + "]}",
                        "Idempotency-Key",
                        number)
                .expect(201)
                .get("id");
    }

    private static String line(String account, String side, String party) {
        return "{\"account\":\"" + account + "\",\"" + side + "\":" + money()
                + (party == null ? "" : ",\"partyId\":\"" + party + "\",\"dueDate\":\"" + DAY + "\",\"openItem\":true")
                + "}";
    }

    private static String money() {
        return "{\"amount\":\"12.34\",\"currency\":\"PLN\"}";
    }
}
