package io.simbaerp.story;

import static io.simbaerp.story.Treasury.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of a payment order after its file has left. */
@StoryTest
class LetGoStory {

    @Autowired
    Simba simba;

    private Treasury treasury;

    @BeforeEach
    void open() {
        treasury = new Treasury(simba);
    }

    /** The bank carried a part out, which is booked and settled by hand; the rest bounced. */
    @Test
    void theRestOfABouncedTransferIsPaidOnceMoreAfterAnotherPersonLetItGo() {
        String document = treasury.posted(InvoiceXml.numbered("PAYS/B1/2026")
                .from("Bartnik", "9990067087")
                .line("Towar", "200.00", "23"));
        treasury.confirmAccounts("Bartnik");
        JsonNode run = treasury.approved(treasury.propose("PLN"));
        JsonNode order = orderOf(run, document);
        assertThat(order.path("held").asBoolean()).isTrue();
        String item = order.path("items").get(0).path("openItemId").asString();
        String party = treasury.party("Bartnik").path("id").asString();
        treasury.settle(party, item, "46.00");

        JsonNode partly = orderOf(treasury.run(run.path("id").asString()), document);
        assertThat(partly.path("held").asBoolean()).isTrue();
        assertThat(partly.path("items").get(0).path("stillOpen").path("amount").asString())
                .isEqualTo("200.00");
        String move = "orders/" + order.path("id").asString() + "/let-go";
        Map<String, ?> why = Map.of(
                "reason",
                "The bank sent the rest back",
                "confirmed",
                true,
                "stillOpen",
                Map.of("amount", "200.00", "currency", "PLN"));
        treasury.move("treasurer", run, move, why).expect(403);
        treasury.move("accountant", run, move, why).expect(403);
        assertThat(treasury.move("director", run, move, Map.of("reason", "It bounced"))
                        .expect(422)
                        .get("rule"))
                .isEqualTo("payment-run.let-go-unconfirmed");
        treasury.move("director", run, move, why).expect(200);
        assertThat(simba.timelineOf(document)).containsSubsequence("payment-run-released", "payment-order-let-go");
        assertThat(PageUser.signIn(simba.url(), "manager", "manager")
                        .get("/payment-runs/" + run.path("id").asString())
                        .text())
                .contains("let it go: The bank sent the rest back");

        JsonNode next = treasury.propose("PLN");
        assertThat(orderOf(next, document).path("amount").path("amount").asString())
                .isEqualTo("200.00");
        treasury.approved(next);
        treasury.settle(party, item, "200.00");
        JsonNode paid = orderOf(treasury.run(next.path("id").asString()), document);
        assertThat(paid.path("held").asBoolean())
                .as("settled whole it is free by itself")
                .isFalse();
        treasury.cancel(next);
        treasury.cancel(run);
    }
}
