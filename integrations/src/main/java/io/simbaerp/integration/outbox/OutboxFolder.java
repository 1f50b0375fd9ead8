package io.simbaerp.integration.outbox;

import io.simbaerp.company.CurrentCompany;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a message into the company's outbox folder: under a temporary name first, so nobody reads half of it. */
@Component
class OutboxFolder implements OutboxDelivery {

    private final ProducerTemplate producer;
    private final CurrentCompany currentCompany;
    private final JsonMapper json;

    OutboxFolder(ProducerTemplate producer, CurrentCompany currentCompany, JsonMapper json) {
        this.producer = producer;
        this.currentCompany = currentCompany;
        this.json = json;
    }

    @Override
    public boolean takes(String kind) {
        return true;
    }

    /** Writes {@code <outbox>/<company tax id>/<id>.json}; writing it again gives the same file. */
    @Override
    public void deliver(OutboxMessage message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message.id().toString());
        body.put("kind", message.kind());
        body.put("company", currentCompany.get().id().toString());
        body.put(
                "subject",
                Map.of("kind", message.subjectKind(), "id", message.subjectId().toString()));
        body.put("happenedAt", message.happenedAt().toString());
        producer.sendBodyAndHeader(
                OutboxRoute.FOLDER,
                json.writeValueAsString(body),
                OutboxRoute.NAME,
                currentCompany.get().taxId() + "/" + message.id() + ".json");
    }
}
