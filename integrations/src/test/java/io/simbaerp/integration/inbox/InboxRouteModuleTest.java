package io.simbaerp.integration.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class InboxRouteModuleTest {

    @Autowired
    CamelContext camel;

    @Autowired
    TestCompanies companies;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Value("${simba.data}/inbox")
    Path inbox;

    @BeforeEach
    void open() throws Exception {
        camel.getRouteController().startRoute(InboxRoute.ROUTE);
    }

    @AfterEach
    void close() throws Exception {
        camel.getRouteController().stopRoute(InboxRoute.ROUTE);
    }

    @Test
    void whatLiesInACompanysFolderIsReceivedForThatCompany() throws IOException {
        TestCompany ours = companies.create();
        TestCompany theirs = companies.create();
        Path folder = Files.createDirectories(inbox.resolve(ours.taxId()));
        Files.writeString(folder.resolve("note.txt"), "A plain document for " + ours.taxId());

        await(() -> !filesIn(folder.resolve(".done")).isEmpty());

        DocumentView received = ours.inTransaction(() -> only(ours));
        assertThat(received.channel()).isEqualTo("folder");
        assertThat(received.fileName()).isEqualTo("note.txt");
        assertThat(received.state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(count(theirs)).isZero();
        assertThat(Files.exists(folder.resolve("note.txt"))).isFalse();
    }

    @Test
    void aFolderOfNobodyGoesToFailed() throws IOException {
        Path folder = Files.createDirectories(inbox.resolve("0000000000"));
        Files.writeString(folder.resolve("stray.txt"), "Nobody's");

        await(() -> !filesIn(folder.resolve(".failed")).isEmpty());

        assertThat(filesIn(folder.resolve(".done"))).isEmpty();
    }

    private DocumentView only(TestCompany company) {
        UUID id = jdbc.sql("select id from document.document where company_id = ?")
                .param(company.id().value())
                .query(UUID.class)
                .single();
        return documents.byId(new DocumentId(id)).orElseThrow();
    }

    private long count(TestCompany company) {
        return company.inTransaction(() -> jdbc.sql("select count(*) from document.document where company_id = ?")
                .param(company.id().value())
                .query(Long.class)
                .single());
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
