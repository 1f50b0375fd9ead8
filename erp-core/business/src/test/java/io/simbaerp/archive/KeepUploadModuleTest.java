package io.simbaerp.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.BeginControlledDocument;
import io.simbaerp.controlled.ControlledDraft;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.OpenControlledFile;
import io.simbaerp.expense.BeginClaim;
import io.simbaerp.expense.ClaimDraft;
import io.simbaerp.expense.KeepReceipt;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.payment.Payables;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is handed in as a receipt or as a controlled document is checked as what comes in as a document. */
@ModuleTest
class KeepUploadModuleTest {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    BeginClaim beginClaim;

    @Autowired
    KeepReceipt keepReceipt;

    @Autowired
    BeginControlledDocument beginDocument;

    @Autowired
    OpenControlledFile openFile;

    @Autowired
    DownloadOriginal download;

    @Autowired
    JdbcClient jdbc;

    private final Payables payables = new Payables();
    private UUID person;
    private TestCompany company;
    private UUID claim;

    @BeforeEach
    void open() {
        beans.autowireBean(payables);
        company = payables.company();
        person = company.as(() -> registerUser.register(new UserDraft(
                "uploads-" + UUID.randomUUID().toString().substring(0, 8), "Anna", "only-in-tests-1", "en", Set.of())));
        claim = company.asPerson(
                        person, () -> beginClaim.begin(new ClaimDraft("Trip", Payables.DAY, Payables.DAY, null), null))
                .id();
    }

    @Test
    void aThreatIsKeptAndLocked() {
        String hash = company.asPerson(
                        person,
                        () -> keepReceipt.keep(claim, "taxi.pdf", (EICAR + " taxi").getBytes(StandardCharsets.UTF_8)))
                .sha256();
        refused("original.locked", () -> company.asPerson(person, () -> download.download(hash)));
        UUID version = document("policy.pdf", (EICAR + " policy").getBytes(StandardCharsets.UTF_8));
        refused("original.locked", () -> company.asPerson(person, () -> openFile.open(version)));
    }

    @Test
    void programsAndWhatIsTooLargeAreRefusedAndNotKept() {
        List<BiConsumer<String, byte[]>> doors = List.of(
                (name, content) -> company.asPerson(person, () -> keepReceipt.keep(claim, name, content)),
                this::document);
        for (BiConsumer<String, byte[]> door : doors) {
            int before = originals();
            refused("original.program", () -> door.accept("invoice.exe", text("not even one")));
            refused("original.program", () -> door.accept("C:\\taxi.PDF.Js", text("WScript.Echo(1)")));
            refused("original.program", () -> door.accept("taxi.pdf", text("MZ\u0090\u0000\u0003")));
            refused("original.program", () -> door.accept("taxi.pdf", new byte[] {0x7f, 'E', 'L', 'F', 2, 1}));
            refused("original.program", () -> door.accept("taxi.jpg", text("#!/bin/sh\nrm -rf /")));
            refused("original.too-large", () -> door.accept("taxi.pdf", new byte[25 * MEGABYTE + 1]));
            refused("original.empty", () -> door.accept("taxi.pdf", new byte[0]));
            assertThat(originals()).isEqualTo(before);
            door.accept("taxi.pdf", text("%PDF-1.7 a receipt " + UUID.randomUUID()));
            assertThat(originals()).isEqualTo(before + 1);
        }
    }

    private UUID document(String name, byte[] content) {
        return company.asPerson(
                        person,
                        () -> beginDocument.begin(
                                new ControlledDraft(
                                        "Policy",
                                        ControlledKind.POLICY,
                                        null,
                                        new ControlledDraft.File(name, content),
                                        null,
                                        List.of(),
                                        14,
                                        12,
                                        null),
                                null))
                .id();
    }

    private int originals() {
        return company.inTransaction(() -> jdbc.sql("select count(*) from archive.original where company_id = ?")
                .param(company.id().value())
                .query(Integer.class)
                .single());
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void refused(String rule, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.rule())
                        .isEqualTo(rule));
    }
}
