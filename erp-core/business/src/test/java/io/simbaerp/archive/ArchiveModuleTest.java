package io.simbaerp.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@ModuleTest
class ArchiveModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    StoreOriginal storeOriginal;

    @Autowired
    OpenOriginal openOriginal;

    @Autowired
    TestDatabase database;

    @Value("${simba.data}")
    Path data;

    @Test
    void anOriginalIsReadByteForByte() {
        TestCompany ours = companies.create();
        byte[] content = {0, 1, (byte) 255, 13, 10};
        StoredOriginal stored = ours.as(() -> storeOriginal.store(content));

        assertThat(stored.size()).isEqualTo(5);
        assertThat(ours.as(() -> openOriginal.content(stored.sha256()))).isEqualTo(content);
        assertThat(file(ours, stored)).exists();
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        TestCompany ours = companies.create();
        StoredOriginal first = ours.as(() -> storeOriginal.store(text("once")));
        StoredOriginal second = ours.as(() -> storeOriginal.store(text("once")));

        assertThat(second).isEqualTo(first);
        try (Stream<Path> files =
                Files.walk(data.resolve("originals").resolve(ours.id().toString()))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void refusesEmptyContent() {
        TestCompany ours = companies.create();
        assertThatThrownBy(() -> ours.as(() -> storeOriginal.store(new byte[0])))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("original.empty");
    }

    @Test
    void anOriginalThatWasTamperedWithIsNeverShown() throws IOException {
        TestCompany ours = companies.create();
        StoredOriginal stored = ours.as(() -> storeOriginal.store(text("as it came")));
        Files.writeString(file(ours, stored), "as it cama");

        assertThatThrownBy(() -> ours.as(() -> openOriginal.content(stored.sha256())))
                .isInstanceOf(DamagedOriginal.class);
    }

    @Test
    void aDamagedFileIsReplacedWhenTheSameContentComesAgain() throws IOException {
        TestCompany ours = companies.create();
        StoredOriginal stored = ours.as(() -> storeOriginal.store(text("whole")));
        Files.writeString(file(ours, stored), "who");
        ours.as(() -> storeOriginal.store(text("whole")));

        assertThat(ours.as(() -> openOriginal.content(stored.sha256()))).isEqualTo(text("whole"));
    }

    @Test
    void aMissingFileIsReported() throws IOException {
        TestCompany ours = companies.create();
        StoredOriginal stored = ours.as(() -> storeOriginal.store(text("soon gone")));
        Files.delete(file(ours, stored));

        assertThatThrownBy(() -> ours.as(() -> openOriginal.content(stored.sha256())))
                .isInstanceOf(DamagedOriginal.class)
                .hasMessageContaining("missing");
    }

    @Test
    void anotherCompanyDoesNotFindIt() {
        TestCompany ours = companies.create();
        TestCompany theirs = companies.create();
        StoredOriginal stored = ours.as(() -> storeOriginal.store(text("ours alone")));

        assertThatThrownBy(() -> theirs.as(() -> openOriginal.content(stored.sha256())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aNameThatIsNoHashOpensNoFile() {
        TestCompany ours = companies.create();
        assertThatThrownBy(() -> ours.as(() -> openOriginal.content("../../../../etc/passwd")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void evenTheOwnerCannotChangeARow() {
        TestCompany ours = companies.create();
        ours.as(() -> storeOriginal.store(text("for ever")));
        assertThatThrownBy(() -> attack(ours, "update archive.original set size = 1"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> attack(ours, "delete from archive.original")).hasMessageContaining("never changed");
    }

    private void attack(TestCompany company, String sql) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + company.id() + "', false)");
            statement.execute(sql);
        }
    }

    private Path file(TestCompany company, StoredOriginal stored) {
        String sha256 = stored.sha256();
        return data.resolve("originals")
                .resolve(company.id().toString())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
