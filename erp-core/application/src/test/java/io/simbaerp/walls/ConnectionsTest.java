package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Who connects to the world. Each client asks {@code OutboundAddresses} once and connects to what it answered. None of them
 * speaks a protocol in which a server sends a client elsewhere, so there is no redirect to follow; the first that does
 * fails here and has to say how it refuses them.
 */
class ConnectionsTest {

    private static final String ADDRESSES = "io.simbaerp.integration.outbound.OutboundAddresses";

    private static final Set<String> CLIENTS =
            Set.of("io.simbaerp.integration.smtp.SmtpCarrier", "io.simbaerp.integration.scanner.ClamAvScanner");

    /** These read an address written in digits, or ask for a free port of this machine. */
    private static final Set<String> AT_HOME = Set.of(
            "io.simbaerp.DemoGuard",
            "io.simbaerp.database.EmbeddedServer",
            "io.simbaerp.integration.outbound.OutboundAddresses$Network",
            "io.simbaerp.security.Callers");

    /** Parts of Camel that stay within this process and its files. */
    private static final Set<String> WITHIN = Set.of(
            "bean",
            "browse",
            "class",
            "controlbus",
            "dataformat",
            "dataset",
            "dataset-test",
            "direct",
            "file",
            "language",
            "log",
            "mock",
            "ref",
            "rest",
            "rest-api",
            "saga",
            "scheduler",
            "seda",
            "spring-event",
            "stub",
            "timer",
            "validator",
            "xslt");

    /** What opens a connection or asks for the address of a name. */
    private static final Pattern CONNECTING = Pattern.compile(
            "java\\.net\\.(Socket|DatagramSocket|URLConnection|HttpURLConnection|InetAddress)\\.(connect|<init>|getByName|getAllByName|send)"
                    + "|java\\.net\\.URL\\.(openConnection|openStream|getContent)"
                    + "|java\\.net\\.http\\..*"
                    + "|java\\.nio\\.channels\\.(Asynchronous)?(Socket|Datagram)Channel\\.(open|connect)"
                    + "|javax\\.net\\.(ssl\\.SSL)?SocketFactory\\.createSocket"
                    + "|jakarta\\.mail\\.(Transport|Service|Store)\\.(connect|send)"
                    + "|(javax\\.naming|java\\.rmi|org\\.springframework\\.web\\.client|org\\.springframework\\.web\\.reactive"
                    + "|org\\.apache\\.hc|org\\.apache\\.http|okhttp3|eu\\.europa\\.esig\\.dss\\.service)\\..*");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(location ->
                    new ImportOption.DoNotIncludeTests().includes(location) && !location.contains("-tests.jar"))
            .importPackages("io.simbaerp");

    @Test
    void onlyTwoClientsConnectAndEachAsksOnceForTheAddress() {
        Set<String> expected = new HashSet<>(AT_HOME);
        expected.addAll(CLIENTS);
        expected.add(ADDRESSES);
        assertThat(connecting()).isEqualTo(expected);
        for (String client : CLIENTS) {
            List<String> asked = OURS.get(client).getAccessesFromSelf().stream()
                    .map(ConnectionsTest::target)
                    .filter(target -> target.equals(ADDRESSES + ".resolve") || target.contains("InetAddress."))
                    .toList();
            assertThat(asked).as(client).containsExactly(ADDRESSES + ".resolve");
        }
    }

    @Test
    void camelSpeaksToNobody() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/services/org/apache/camel/component/*");
        assertThat(Arrays.stream(found)
                        .map(each -> String.valueOf(each.getFilename()))
                        .collect(Collectors.toSet()))
                .contains("direct", "file")
                .isSubsetOf(WITHIN);
    }

    private static Set<String> connecting() {
        return OURS.stream()
                .filter(type -> type.getAccessesFromSelf().stream().anyMatch(ConnectionsTest::connects))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    private static boolean connects(JavaAccess<?> access) {
        return CONNECTING.matcher(target(access)).matches();
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }
}
