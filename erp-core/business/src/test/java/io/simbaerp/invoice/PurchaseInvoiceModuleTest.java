package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.Documents;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.money.Money;
import io.simbaerp.party.Parties;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class PurchaseInvoiceModuleTest {

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    Documents documents;

    @Autowired
    Parties parties;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
    }

    @Test
    void goesFromReceiptToTheBooksWithEveryProposalAccepted() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.carriedForward(company, ours(company).build());

        InvoiceDetails details = desk.details(company, id);
        JournalEntryDetails entry = entryOf(company, details);
        assertThat(lines(entry))
                .containsExactlyInAnyOrder(
                        "402-90 DEBIT 8600.00", "402-90 DEBIT 1200.00", "223-01 DEBIT 2254.00", "202 CREDIT 12054.00");
        assertThat(entry.kind()).isEqualTo(EntryKind.ORDINARY);
        assertThat(entry.operationDate()).isEqualTo("2026-11-18");
        assertThat(entry.documentDate()).isEqualTo("2026-11-19");
        assertThat(entry.periodCode()).isEqualTo("2026-11");
        List<OpenItems.OpenItemView> items = company.as(() -> openItems.ofDocument(details.documentId()));
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.amount()).isEqualTo(Money.of("12054.00", "PLN"));
            assertThat(item.dueDate()).isEqualTo("2026-12-03");
        });
        assertThat(company.as(() -> documents.byId(new DocumentId(details.documentId())))
                        .orElseThrow()
                        .state())
                .isEqualTo(DocumentState.POSTED);
        assertThat(register(company, details)).containsExactly("INPUT Z23 9800.00 2254.00 2254.00 2026-11");
    }

    private SampleInvoice ours(TestCompany company) {
        return SampleInvoice.to("PL" + company.taxId())
                .line("Transport krajowy, 4 kursy", "8600.00", "S", "23")
                .line("Postój", "1200.00", "S", "23");
    }

    private JournalEntryDetails entryOf(TestCompany company, InvoiceDetails details) {
        List<JournalEntryDetails> all = company.as(() -> entries.ofDocument(details.documentId()));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<String> lines(JournalEntryDetails entry) {
        return entry.lines().stream()
                .map(line -> line.account() + " " + line.side() + " "
                        + line.amount().amount().toPlainString())
                .collect(Collectors.toList());
    }

    private List<String> register(TestCompany company, InvoiceDetails details) {
        return company.inTransaction(() ->
                jdbc.sql("""
                        select concat_ws(' ', direction, tax_code, round(base, 2), round(tax, 2),
                                         round(deductible_tax, 2), coalesce(vat_period, '-'))
                          from tax.vat_register_row where document_id = ? order by direction desc, tax_code""").param(details.documentId()).query(String.class).list());
    }
}
