package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A node that lacks a part it works by says that it is not ready, and its page says which part it is. */
@StoryTest
class OperationStory {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    @Autowired
    Simba simba;

    @Autowired
    CamelContext camel;

    @Autowired
    TestDatabase database;

    @Test
    void thePageNamesEachPartToAnAdministratorAlone() {
        String page = page("admin").get("/operation").text();
        for (String part : List.of("db", "processEngine", "jobExecutor", "routes", "store", "diskSpace")) {
            assertThat(state(page, part)).as(part).isIn("UP", "UNKNOWN");
        }
        assertThat(page("accountant").get("/operation").status()).isEqualTo(403);
    }

    @Test
    void aStoppedRouteMakesTheNodeNotReadyAndIsNamed() throws Exception {
        String route = camel.getRoutes().stream()
                .filter(each -> Boolean.TRUE.equals(each.isAutoStartup()))
                .map(Route::getRouteId)
                .findFirst()
                .orElseThrow();
        assertThat(status(READINESS)).isEqualTo(200);
        camel.getRouteController().stopRoute(route);
        try {
            assertNotReadyBecauseOf("routes", route);
        } finally {
            camel.getRouteController().startRoute(route);
        }
        assertThat(status(READINESS)).isEqualTo(200);
    }

    @Test
    void anEngineThatCannotReadItsJobsMakesTheNodeNotReady() throws SQLException {
        asOwner("revoke select on camunda.act_ru_job from simba_app");
        try {
            assertNotReadyBecauseOf("processEngine", "ProcessEnginePersistenceException");
        } finally {
            asOwner("grant select on camunda.act_ru_job to simba_app");
        }
        assertThat(status(READINESS)).isEqualTo(200);
    }

    /** What a node measures and how it is set up stands on a port of its own, for the token of that port. */
    @Test
    void nothingElseAboutTheNodeIsToldWhereItsPeopleWork() {
        for (String person : List.of("admin", "accountant")) {
            for (String door : List.of("", "/prometheus", "/metrics", "/env", "/heapdump", "/health", "/health/db")) {
                assertThat(page(person).get("/actuator" + door).status())
                        .as(person + " " + door)
                        .isIn(403, 404);
            }
        }
        assertThat(page("admin").get("/metrics").status()).isEqualTo(404);
    }

    private void assertNotReadyBecauseOf(String part, String named) {
        assertThat(status(READINESS)).isEqualTo(503);
        assertThat(page("admin").get(READINESS).text()).doesNotContain(named);
        assertThat(status(LIVENESS)).as("nobody should start it anew").isEqualTo(200);
        String page = page("admin").get("/operation").text();
        assertThat(state(page, part)).isEqualTo("DOWN");
        assertThat(page).contains(named);
    }

    /** The state a row of the page says. */
    private static String state(String page, String part) {
        int row = page.indexOf("<td>" + part + "</td>");
        assertThat(row).as(part).isPositive();
        String rest = page.substring(row, page.indexOf("</tr>", row));
        return List.of("UNKNOWN", "DOWN", "UP", "OUT_OF_SERVICE").stream()
                .filter(state -> rest.contains(">" + state + "<"))
                .findFirst()
                .orElse(rest);
    }

    private int status(String path) {
        return page("admin").get(path).status();
    }

    private PageUser page(String person) {
        return PageUser.signIn(simba.url(), person, person);
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER)) {
            connection.createStatement().execute(statement);
        }
    }
}
