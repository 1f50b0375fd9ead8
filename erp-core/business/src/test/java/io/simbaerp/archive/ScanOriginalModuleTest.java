package io.simbaerp.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ModuleTest
class ScanOriginalModuleTest {

    private static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    @Autowired
    TestCompanies companies;

    @Autowired
    StoreOriginal storeOriginal;

    @Autowired
    ScanOriginal scanOriginal;

    @Autowired
    DownloadOriginal downloadOriginal;

    @Autowired
    OpenOriginal openOriginal;

    @Autowired
    Locks locks;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestDatabase database;

    @Test
    void aThreatIsKeptAndNobodyDownloadsIt() {
        TestCompany ours = companies.create();
        byte[] inside = ("before " + new String(EICAR, StandardCharsets.US_ASCII) + " after").getBytes();
        String sha256 = kept(ours, inside);

        assertThat(ours.as(() -> scanOriginal.scan(sha256, inside))).contains(new Lock("Simba", "EICAR-Test-File"));
        refuses(ours, sha256, "original.locked");
        assertThat(ours.as(() -> openOriginal.content(sha256))).isEqualTo(inside);
    }

    @Test
    void whatIsHarmlessIsDownloaded() {
        TestCompany ours = companies.create();
        byte[] harmless = "Hello".getBytes(StandardCharsets.US_ASCII);
        String sha256 = kept(ours, harmless);

        assertThat(ours.as(() -> scanOriginal.scan(sha256, harmless))).isEmpty();
        assertThat(ours.as(() -> downloadOriginal.download(sha256))).isEqualTo(harmless);
    }

    @Test
    void whatCouldNotBeScannedIsLockedUntilItIs() {
        TestCompany ours = companies.create();
        byte[] content = "Not scanned yet".getBytes(StandardCharsets.US_ASCII);
        String sha256 = kept(ours, content);
        AtomicReference<Optional<String>> answer = new AtomicReference<>();
        ScanOriginal scan = new ScanOriginal(List.of(scanner(answer)), locks, currentActor, clock, events);
        DownloadOriginal download = new DownloadOriginal(openOriginal, scan);

        assertThat(ours.inTransaction(() -> scan.scan(sha256, content))).contains(new Lock("Remote", null));
        assertThatThrownBy(() -> ours.inTransaction(() -> download.download(sha256)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("original.not-scanned"));
        answer.set(Optional.empty());
        assertThat(ours.inTransaction(() -> download.download(sha256))).isEqualTo(content);
        assertThat(ours.as(() -> openOriginal.lock(sha256))).isEmpty();
    }

    @Test
    void theLockOfAThreatIsNeverReleasedWhoeverWrites() throws SQLException {
        TestCompany ours = companies.create();
        String sha256 = kept(ours, EICAR);
        ours.as(() -> scanOriginal.scan(sha256, EICAR));

        try (Connection connection = database.connect("simba_owner");
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + ours.id() + "', false)");
            assertThatThrownBy(() -> statement.execute("update archive.lock set released_at = now()"))
                    .hasMessageContaining("lock_of_a_threat_is_never_released");
        }
    }

    private static ContentScanner scanner(AtomicReference<Optional<String>> answer) {
        return new ContentScanner() {

            @Override
            public String name() {
                return "Remote";
            }

            @Override
            public Optional<String> threatIn(byte[] content) {
                if (answer.get() == null) {
                    throw new ScannerUnavailable("silent", new IllegalStateException());
                }
                return answer.get();
            }
        };
    }

    private String kept(TestCompany company, byte[] content) {
        return company.as(() -> storeOriginal.store(content)).sha256();
    }

    private void refuses(TestCompany company, String sha256, String rule) {
        assertThatThrownBy(() -> company.as(() -> downloadOriginal.download(sha256)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }
}
