package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.dimension.AxisRule;
import io.simbaerp.ledger.dimension.DistributionDraft;
import io.simbaerp.ledger.dimension.NamedDraft;
import io.simbaerp.ledger.dimension.RuleAccountAxis;
import io.simbaerp.ledger.dimension.SaveAxis;
import io.simbaerp.ledger.dimension.SaveAxisValue;
import io.simbaerp.ledger.dimension.SaveDistribution;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Lines of invoices coded to projects and by distribution keys, from the form to the books. */
@ModuleTest
class CodedDimensionsModuleTest {

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JournalEntries entries;

    @Autowired
    SaveAxis saveAxis;

    @Autowired
    SaveAxisValue saveValue;

    @Autowired
    RuleAccountAxis ruleAxis;

    @Autowired
    SaveDistribution saveKey;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        beans.autowireBean(desk);
        company = desk.company();
        company.run(() -> {
            saveAxis.save(null, named("PROJECT", null));
            saveAxis.save(null, named("REGION", null));
            for (String number : List.of("P-1", "P-2")) {
                saveValue.save("PROJECT", null, named(number, null));
            }
            saveValue.save("PROJECT", null, named("P-0", LocalDate.of(2026, 1, 31)));
            saveValue.save("REGION", null, named("N", null));
            ruleAxis.rule("402-03", "PROJECT", AxisRule.REQUIRED, List.of());
            ruleAxis.rule("402-03", "REGION", AxisRule.FORBIDDEN, List.of());
            key("THIRDS", null, "310", "66.67", "320", "33.33");
            key("HALF", "PROJECT", "P-1", "50", "P-2", "50");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            310     | -                      | journal-entry.dimension-missing   | lines[0].dimensions.PROJECT
            310     | PROJECT P-9            | journal-entry.dimension-unknown   | lines[0].dimensions.PROJECT
            310     | PROJECT P-0            | journal-entry.dimension-inactive  | lines[0].dimensions.PROJECT
            310     | PROJECT P-1 REGION N   | journal-entry.dimension-forbidden | lines[0].dimensions.REGION
            310     | PROJECT P-1 CITY X     | journal-entry.axis-unknown        | lines[0].dimensions.CITY
            %NONE   | PROJECT P-1            | distribution.unknown              | lines[0].costCentre
            %HALF   | PROJECT P-1            | distribution.of-other-axis        | lines[0].costCentre
            310     | PROJECT %THIRDS        | distribution.of-other-axis        | lines[0].dimensions.PROJECT
            """)
    void refusesWhatTheBooksWouldRefuse(String centre, @Nullable String dimensions, String rule, String field) {
        PurchaseInvoiceId id = received("FV/1", "100.00");
        assertThatThrownBy(() -> code(id, centre, pairs(dimensions), "100.00"))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.field()).isEqualTo(field);
                });
    }

    @Test
    void keysAreSharedToTheCentAndPostedAsApproved() {
        PurchaseInvoiceId id = received("FV/1", "100.01");
        code(id, "%THIRDS", Map.of("PROJECT", "%HALF"), "100.01");
        InvoiceDetails coded = desk.details(company, id);
        assertThat(coded.coding()).singleElement().satisfies(line -> {
            assertThat(line.costCentre()).isEqualTo("%THIRDS");
            assertThat(line.dimensions()).isEqualTo(Map.of("PROJECT", "%HALF"));
            assertThat(line.shares().stream().map(CodedLine.Share::net).reduce(Money::plus))
                    .contains(Money.of("100.01", "PLN"));
        });
        desk.approve(company, id);
        company.run(() -> key("THIRDS", null, "310", "1", "320", "99"));
        assertThat(desk.posted(company, id))
                .as("a key that was changed meanwhile changes nothing that was approved")
                .isEqualTo(PostOutcome.POSTED);
        assertThat(company.as(() -> entries.ofDocument(coded.documentId())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.lines().stream()
                                .filter(line -> line.account().equals("402-03"))
                                .map(line -> line.costCentre() + " " + line.dimensions() + " "
                                        + line.debit().amount()))
                        .containsExactly(
                                "310 {PROJECT=P-1} 33.34",
                                "310 {PROJECT=P-2} 33.34",
                                "320 {PROJECT=P-1} 16.66",
                                "320 {PROJECT=P-2} 16.67"));
    }

    @Test
    void theNextInvoiceIsProposedLikeTheLastAsLongAsItHolds() {
        PurchaseInvoiceId first = received("FV/1", "100.00");
        code(first, "%THIRDS", Map.of("PROJECT", "%HALF"), "100.00");
        desk.approve(company, first);
        desk.posted(company, first);

        PurchaseInvoiceId next = received("FV/2", "300.00");
        desk.coded(company, next, UUID.randomUUID(), null);
        assertThat(desk.details(company, next).coding()).singleElement().satisfies(line -> {
            assertThat(line.costCentre()).isEqualTo("%THIRDS");
            assertThat(line.dimensions()).isEqualTo(Map.of("PROJECT", "%HALF"));
            assertThat(line.shares()).hasSize(4);
        });

        company.run(() -> saveValue.save("PROJECT", 0, named("P-2", LocalDate.of(2026, 1, 31))));
        PurchaseInvoiceId last = received("FV/3", "300.00");
        assertThatThrownBy(() -> desk.coded(company, last, UUID.randomUUID(), null))
                .as("a key over a closed project is proposed no more")
                .hasMessageContaining("journal-entry.dimension-missing");
        company.run(() -> ruleAxis.rule("402-03", "PROJECT", AxisRule.REQUIRED, List.of("P-1")));
        desk.coded(company, last, UUID.randomUUID(), null);
        assertThat(desk.details(company, last).coding())
                .as("the only value an account takes is proposed")
                .singleElement()
                .satisfies(line -> assertThat(line.dimensions()).isEqualTo(Map.of("PROJECT", "P-1")));
    }

    @Test
    void anApprovalBindsToDimensionsAndShares() {
        PurchaseInvoiceId id = received("FV/1", "100.00");
        code(id, "310", Map.of("PROJECT", "P-1"), "100.00");
        desk.approve(company, id);
        code(id, "310", Map.of("PROJECT", "P-2"), "100.00");
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.CONTENT_CHANGED);
        assertThat(InvoiceContent.of(desk.details(company, id)).coding())
                .singleElement()
                .satisfies(line -> assertThat(line.dimensions()).containsEntry("PROJECT", "P-2"));
    }

    private PurchaseInvoiceId received(String number, String net) {
        PurchaseInvoiceId id = desk.received(
                company,
                SampleInvoice.to("PL" + company.taxId())
                        .number(number)
                        .line("Transport krajowy", net, "S", "23")
                        .build());
        desk.answerAll(company, id);
        return id;
    }

    private void code(PurchaseInvoiceId id, String centre, Map<String, String> dimensions, String net) {
        CodingDraft.Line line = new CodingDraft.Line("1", "402-03", centre, dimensions, "Z23", Money.of(net, "PLN"));
        desk.coded(company, id, UUID.randomUUID(), new CodingDraft(List.of(line), null, null));
    }

    private void key(String code, @Nullable String axis, String... parts) {
        saveKey.save(
                axis == null && parts[1].equals("1") ? 0 : null,
                new DistributionDraft(
                        named(code, null),
                        axis,
                        List.of(
                                new DistributionDraft.Part(parts[0], new BigDecimal(parts[1])),
                                new DistributionDraft.Part(parts[2], new BigDecimal(parts[3])))));
    }

    private static NamedDraft named(String code, @Nullable LocalDate last) {
        return new NamedDraft(code, code, code, LocalDate.of(2026, 1, 1), last);
    }

    private static Map<String, String> pairs(@Nullable String text) {
        Map<String, String> pairs = new TreeMap<>();
        String[] words = text == null ? new String[0] : text.split(" ");
        for (int i = 0; i + 1 < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return pairs;
    }
}
