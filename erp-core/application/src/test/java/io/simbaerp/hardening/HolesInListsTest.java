package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What ten minutes of random requests found: nothing in the place of a line was a fault of ours, not of the sender. */
@StoryTest
class HolesInListsTest {

    @Autowired
    Simba simba;

    @Test
    void nothingInThePlaceOfAnElementIsTheSendersMistake() {
        Map<String, String> bodies = Map.of(
                "POST /api/v1/settlements", "{\"partyId\":\"" + UUID.randomUUID() + "\",\"items\":[null]}",
                "POST /api/v1/settlements/preview", "{\"partyId\":\"" + UUID.randomUUID() + "\",\"items\":[null]}",
                "POST /api/v1/journal-entries", "{\"kind\":\"ORDINARY\",\"lines\":[null]}",
                "POST /api/v1/journal-entries/preview", "{\"kind\":\"CORRECTION\",\"lines\":[null,{}]}",
                "PUT /api/v1/roles/hole", "{\"nameEn\":\"x\",\"namePl\":\"y\",\"duties\":[null]}",
                "PUT /api/v1/document-classes/hole", "{\"nameEn\":\"x\",\"namePl\":\"y\",\"duties\":[null]}");
        bodies.forEach((door, body) -> {
            String[] parts = door.split(" ");
            RestUser person = simba.as(parts[1].matches(".*(roles|classes).*") ? "admin" : "accountant");
            RestUser.Answer answer = person.ask(parts[0], parts[1], body);
            assertThat(answer.status()).as(door + " " + answer.text()).isEqualTo(400);
            assertThat(answer.get("rule")).isEqualTo("request.unreadable");
        });
    }
}
