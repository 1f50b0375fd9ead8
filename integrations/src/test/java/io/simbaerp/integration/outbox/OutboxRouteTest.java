package io.simbaerp.integration.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting is a folder, however much it looks like an address of Camel. */
class OutboxRouteTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"outbox", "with space", "a&fileExist=Ignore", "a;b=c", "RAW(out)", "bean:out", "zażółć"})
    void whatIsDeliveredLiesInTheFolderOfThatName(String name) throws Exception {
        Path folder = root.resolve(name);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new OutboxRoute(null, null, null, folder.toString(), false));
            camel.start();
            camel.createProducerTemplate()
                    .sendBodyAndHeader(OutboxRoute.FOLDER, "delivered", OutboxRoute.NAME, "9990011222/a.json");
        }
        assertThat(folder.resolve("9990011222/a.json")).hasContent("delivered");
        assertThat(root.toFile().list()).containsExactly(name);
    }

    /** Camel decodes an address more than once, so encoding them does not help. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "out?fileExist=Ignore&tempPrefix=x",
                "out#class:java.lang.Runtime",
                "{{sys:user.home}}",
                "${sys:user.home}",
                "100%25"
            })
    void aFolderThatReadsLikeAnOptionOrAnExpressionIsRefused(String name) {
        String folder = root.resolve(name).toString();
        assertThatThrownBy(() -> new OutboxRoute(null, null, null, folder, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder);
    }
}
