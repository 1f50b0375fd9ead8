package io.simbaerp.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of a running node from outside: its readiness and its log. */
class ObserveTest {

    @TempDir
    private Path folder;

    @Test
    void aNodeThatCanKeepNothingIsNotReadyAndItsLogNamesWhatItWasAbout() throws Exception {
        Path data = folder.resolve("data");
        try (PackagedApplication application = PackagedApplication.start(
                data,
                Map.of(
                        "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
                        "LOGGING_LEVEL_IO_SIMBAERP", "debug",
                        "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_WEB_SERVLET", "debug"),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"))) {
            Rest accountant = application.rest().signIn("accountant");
            assertThat(accountant.get("/actuator/health/readiness").status()).isEqualTo(200);
            String id = accountant
                    .upload("o.xml", SampleInvoice.ubl("OBS-1").getBytes(StandardCharsets.UTF_8))
                    .json()
                    .get("id")
                    .asString();
            assertThat(accountant.get("/api/v1/documents/" + id).status()).isEqualTo(200);
            assertThat(logged(application, id)).isTrue();

            Path originals = data.resolve("originals");
            Path aside = data.resolve("aside");
            Files.move(originals, aside);
            Files.write(originals, new byte[] {0});
            assertThat(accountant.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(accountant.get("/actuator/health/liveness").status()).isEqualTo(200);
            Files.delete(originals);
            Files.move(aside, originals);
            assertThat(accountant.get("/actuator/health/readiness").status()).isEqualTo(200);
        }
    }

    /** Whether a line of JSON names the document, with the request, the person and the company. */
    private static boolean logged(PackagedApplication application, String document) throws Exception {
        JsonMapper json = new JsonMapper();
        for (String line : application.output().split("\n")) {
            if (line.startsWith("{") && line.contains(document)) {
                JsonNode entry = json.readTree(line);
                if (document.equals(entry.path("document").asString())
                        && !entry.path("request").asString().isEmpty()
                        && entry.path("actor").asString().startsWith("person:")
                        && !entry.path("company").asString().isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
