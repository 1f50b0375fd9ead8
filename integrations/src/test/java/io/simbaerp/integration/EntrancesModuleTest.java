package io.simbaerp.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.testing.ModuleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What comes in says nothing about where it goes. */
@ModuleTest
class EntrancesModuleTest {

    private static final List<String> STEERING = List.of(
            Exchange.FILE_NAME,
            Exchange.OVERRULE_FILE_NAME,
            Exchange.HTTP_URI,
            "CamelBeanMethodName",
            "CAMELfilename",
            "cAmElExecCommandExecutable",
            " CamelFileName",
            "org.apache.camel.language");

    @Autowired
    CamelContext camel;

    @Autowired
    ProducerTemplate producer;

    @Value("${simba.data}/outbox")
    Path outbox;

    @Test
    void everyRouteDropsWhatSteersCamel() {
        List<Route> routes = camel.getRoutes();
        for (Route route : routes) {
            Exchange exchange = new DefaultExchange(camel);
            STEERING.forEach(name -> exchange.getIn().setHeader(name, "../elsewhere"));
            exchange.getIn().setHeader("kept", "kept");
            route.getRoutePolicyList().forEach(policy -> policy.onExchangeBegin(route, exchange));
            assertThat(exchange.getIn().getHeaders().keySet())
                    .as(route.getRouteId())
                    .containsExactly("kept");
        }
        System.out.println("Entrances: " + routes.size() + " routes, " + STEERING.size() + " headers dropped at each");
        assertThat(routes).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aRouteAddedLaterDropsThemToo() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:added-by-test").routeId("added-by-test").transform(simple("${header.CamelFileName}"));
            }
        });
        try {
            assertThat(producer.requestBodyAndHeader("direct:added-by-test", "x", Exchange.FILE_NAME, "steered"))
                    .isNull();
        } finally {
            camel.getRouteController().stopRoute("added-by-test");
            camel.removeRoute("added-by-test");
        }
    }

    @Test
    void aMessageNamesItsFileInOurWordsOnly() throws IOException {
        String mine = "entrance/" + UUID.randomUUID() + ".txt";
        producer.sendBodyAndHeaders(
                "direct:outbox-folder",
                "said by us",
                Map.of(
                        "name-below-outbox",
                        mine,
                        Exchange.FILE_NAME,
                        "stolen.txt",
                        Exchange.OVERRULE_FILE_NAME,
                        "s.txt"));
        assertThat(outbox.resolve(mine)).hasContent("said by us");
        assertThat(outbox.resolve("stolen.txt")).doesNotExist();
        assertThat(outbox.resolve("s.txt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.txt",
                "a/../../outside.txt",
                "/tmp/outside.txt",
                "",
                "${sys.user.name}.txt",
                "$simple{bean:type:java.lang.Runtime}.txt"
            })
    void aNameThatLeadsOutOfTheOutboxIsRefused(String name) {
        assertThatThrownBy(() -> producer.sendBodyAndHeader("direct:outbox-folder", "x", "name-below-outbox", name))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aLinkInTheOutboxIsNotFollowed() throws IOException {
        Path elsewhere = Files.createTempDirectory("elsewhere");
        Files.createDirectories(outbox);
        Path link = Files.createSymbolicLink(outbox.resolve("link-" + UUID.randomUUID()), elsewhere);
        assertThatThrownBy(() -> producer.sendBodyAndHeader(
                        "direct:outbox-folder", "x", "name-below-outbox", link.getFileName() + "/new.txt"))
                .hasCauseInstanceOf(IOException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }
}
