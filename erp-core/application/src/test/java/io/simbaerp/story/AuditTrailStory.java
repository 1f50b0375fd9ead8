package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the whole system leaves in the audit trail: sign-ins, refusals, changes, from where and by which session. */
@StoryTest
class AuditTrailStory {

    @Autowired
    Simba simba;

    @Test
    void signInsAndRefusedOnesAreInTheTrailWithTheirAddress() {
        assertThatThrownBy(() -> RestUser.signIn(simba.url(), "manager", "wrong"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> RestUser.signIn(simba.url(), "nobody-of-this-name", "wrong"))
                .isInstanceOf(AssertionError.class);
        RestUser.signIn(simba.url(), "manager", "manager");

        assertThat(trail("event=signed-in")).first().satisfies(line -> {
            assertThat(line.path("actor").asString()).startsWith("person:");
            assertThat(line.path("source").path("channel").asString()).isEqualTo("REST");
            assertThat(line.path("source").path("address").asString()).isNotEmpty();
        });
        assertThat(trail("event=sign-in-refused"))
                .extracting(line -> line.path("reason").asString())
                .contains("sign-in.wrong", "sign-in.unknown");
    }

    @Test
    void aMissingDutyIsInTheTrailWithTheTokenItWasTriedBy() {
        RestUser manager = simba.as("manager");
        manager.post("/api/v1/parties", Map.of("name", "x")).expect(403);
        assertThat(trail("event=duty-refused&who=manager")).first().satisfies(line -> {
            assertThat(line.path("outcome").asString()).isEqualTo("REFUSED");
            assertThat(line.path("reason").asString()).startsWith("duty.missing MAINTAIN_PARTY");
            assertThat(line.path("source").path("session").asString()).matches("token [0-9a-f]{16}");
        });
    }

    @Test
    void onlyAuditorsAndAdministratorsReadIt() {
        assertThat(simba.as("auditor").get("/api/v1/audit-trail").status()).isEqualTo(200);
        assertThat(simba.as("admin").get("/api/v1/audit-trail").status()).isEqualTo(200);
        for (String person : List.of("accountant", "manager", "director", "treasurer")) {
            assertThat(simba.as(person).get("/api/v1/audit-trail").status()).isEqualTo(403);
        }
        simba.as("auditor").post("/api/v1/parties", Map.of("name", "x")).expect(403);
    }

    private List<JsonNode> trail(String query) {
        JsonNode items = simba.as("auditor")
                .get("/api/v1/audit-trail?" + query)
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
