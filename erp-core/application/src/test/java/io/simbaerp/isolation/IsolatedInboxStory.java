package io.simbaerp.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.isolation.Asking.Answered;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.StoryTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The watched folder is a door as well: what one company puts into its folder says nothing of the other. */
@StoryTest
class IsolatedInboxStory {

    private static final String ROUTE = "inbox-folder";

    @Autowired
    ApplicationContext application;

    @Autowired
    CamelContext camel;

    @Value("${simba.inbox:${simba.data}/inbox}")
    Path inbox;

    private Office office;
    private Verdicts verdicts;
    private Path ours;

    @BeforeEach
    void open() throws Exception {
        office = Office.of(application);
        verdicts = new Verdicts(office.theirIdsAlone(), office.theirs().mark());
        ours = Files.createDirectories(inbox.resolve(office.ours().taxId()));
        camel.getRouteController().startRoute(ROUTE);
    }

    @AfterEach
    void close() throws Exception {
        camel.getRouteController().stopRoute(ROUTE);
    }

    @Test
    void whatLiesInOurFolderIsOursWhateverItSays() throws Exception {
        Map<String, String> before = office.theirHoldings().digest();
        String mark = office.theirs().mark();
        Map<String, byte[]> files = Map.of(
                "their-very-file.txt",
                ("Only here: " + mark).getBytes(StandardCharsets.UTF_8),
                "their-keyed-file.txt",
                ("Under the key: " + mark).getBytes(StandardCharsets.UTF_8),
                "addressed-to-them.xml",
                theirInvoice(),
                office.theirs().taxId() + ".txt",
                "named like their folder".getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            put(file.getKey(), file.getValue());
        }

        await(ours.resolve(".done"), files.size());

        List<String> received = documents(files.values());
        assertThat(received).hasSize(files.size());
        for (String document : received) {
            JsonNode shown = office.ours()
                    .rest("everybody")
                    .get("/api/v1/documents/" + document)
                    .expect(200)
                    .body();
            verdicts.saysNothing(
                    "a document of our folder", new Answered(200, shown.toString()), List.of(mark, document));
        }
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(Office.differences(before, office.theirHoldings().digest())).isEmpty();
        System.out.println("Isolation of the inbox: " + received.size() + " files, " + before.size()
                + " tables of theirs unchanged");
    }

    private byte[] theirInvoice() {
        return InvoiceXml.numbered("TWIN/1")
                .to(office.theirs().taxId())
                .from("Wspólny Dostawca Sp. z o.o.", "9990077011")
                .line("Towar", "1000.00", "23")
                .bytes();
    }

    /** Under another name first, so that nobody takes half of it. */
    private void put(String name, byte[] content) throws IOException {
        Path begun = Files.write(inbox.resolve("." + name), content);
        Files.move(begun, ours.resolve(name));
    }

    /** Our documents of these bytes. */
    private List<String> documents(Collection<byte[]> contents) throws Exception {
        List<String> hashes = new ArrayList<>();
        for (byte[] content : contents) {
            hashes.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        return office.ourHoldings()
                .ids("select id::text from document.document where company_id = '"
                        + office.ours().id() + "' and sha256 in ('" + String.join("', '", hashes) + "')");
    }

    private static void await(Path folder, int files) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (count(folder) < files) {
            assertThat(System.nanoTime()).as("still waiting for " + folder).isLessThan(deadline);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static long count(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
