package io.simbaerp.story;

import static io.simbaerp.story.Treasury.blockedOf;
import static io.simbaerp.story.Treasury.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a payment can show later: the White List was asked, the invoice is known in KSeF, and there is one file only. */
@StoryTest
class PaymentProofStory {

    private static final String ACCOUNT = "PL61109010140000071219812874";
    private static final String KSEF = "9990037022-20261117-0100001AF713-E1";

    @Autowired
    Simba simba;

    private Treasury treasury;

    @BeforeEach
    void open() {
        treasury = new Treasury(simba);
    }

    @Test
    void aStoredProofOfTheWhiteListLetsAnItemIntoTheRun() {
        String document = treasury.posted(InvoiceXml.numbered("PROOF/1/2026")
                .from("Dowodnik", "9990037017")
                .line("Regały", "12200.00", "23"));
        treasury.confirmAccounts("Dowodnik");
        JsonNode before = treasury.propose("PLN");
        assertThat(blockedOf(before, document).path("reason").asString()).isEqualTo("WHITE_LIST");
        treasury.cancel(before);

        recordProof(treasury.party("Dowodnik").path("id").asString());
        JsonNode run = treasury.propose("PLN");
        JsonNode order = orderOf(run, document);
        assertThat(order.path("amount").path("amount").asString()).isEqualTo("15006.00");
        assertThat(order.path("letThrough").isObject()).isFalse();
        assertThat(treasury.approved(run).path("state").asString()).isEqualTo("RELEASED");
        assertThat(treasury.file(run)).contains("15006.00", ACCOUNT);
        treasury.cancel(run);
    }

    private void recordProof(String party) {
        PageUser treasurer = PageUser.signIn(simba.url(), "treasurer", "treasurer");
        PageUser.Answer answer = treasurer.post(
                "/payment-runs/proofs",
                Map.of(
                        "party", List.of(party),
                        "iban", List.of(ACCOUNT),
                        "requestId", List.of("d1g2h-8fk3m20"),
                        "accountId", List.of(treasury.ownAccount("PLN")),
                        "dueUntil", List.of("2026-12-31")));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(treasurer.get(answer.location().replace(simba.url(), "")).text())
                .contains("The proof is kept");
    }

    @Test
    void theNumberInKsefStandsInTheTitleAndTheFileStaysTheSame() {
        Purchases purchases = new Purchases(simba);
        String document = treasury.posted(purchases.received(
                StructuredXml.numbered("PROOF/2/2026")
                        .from("Numernik", "9990037022")
                        .totals("100.00", "23.00", "123.00")
                        .line(1, "Gniazdo", "100.00", false)
                        .account(ACCOUNT)
                        .bytes(),
                Map.of("ksefNumber", KSEF)));
        treasury.confirmAccounts("Numernik");
        JsonNode run = treasury.propose("PLN");
        assertThat(orderOf(run, document).path("title").asString()).isEqualTo(KSEF + " PROOF/2/2026");
        treasury.approved(run);

        String file = treasury.file(run);
        assertThat(file).contains("<Ustrd>" + KSEF + " PROOF/2/2026</Ustrd>");
        assertThat(treasury.file(run)).isEqualTo(file);
        treasury.cancel(run);
        assertThat(treasury.file(run)).isEqualTo(file);
    }
}
