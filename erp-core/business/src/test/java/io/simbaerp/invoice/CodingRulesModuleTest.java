package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ModuleTest
class CodingRulesModuleTest {

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1 | 999    | 310 | Z23 | 8600.00 | invoice.account-unknown       | lines[0].account
            1 | 402    | 310 | Z23 | 8600.00 | invoice.account-not-usable    | lines[0].account
            1 | 202    | -   | Z23 | 8600.00 | invoice.account-keeps-parties | lines[0].account
            1 | 402-03 | -   | Z23 | 8600.00 | invoice.cost-centre-missing   | lines[0].costCentre
            1 | 402-03 | 999 | Z23 | 8600.00 | invoice.cost-centre-unknown   | lines[0].costCentre
            1 | 402-03 | 310 | S23 | 8600.00 | invoice.tax-code-not-valid    | lines[0].taxCode
            1 | 402-03 | 310 | Z8  | 8600.00 | invoice.tax-code-rate-differs | lines[0].taxCode
            1 | 402-03 | 310 | Z23 | 8600.01 | invoice.coding-differs        | lines
            9 | 402-03 | 310 | Z23 | 8600.00 | invoice.line-unknown          | lines[0].line
            2 | 402-03 | 310 | Z23 | 1200.00 | invoice.line-not-coded        | lines
            """)
    void refusesACodingThatCouldNotBePosted(
            String line, String account, String centre, String code, String net, String rule, String field) {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, ours(company).build());
        desk.answerAll(company, id);
        List<CodingDraft.Line> lines = new ArrayList<>(List.of(line(line, account, centre, code, net)));
        if (line.equals("1")) {
            lines.add(line("2", "402-03", "310", "Z23", "1200.00"));
        }

        assertThatThrownBy(() -> desk.coded(company, id, UUID.randomUUID(), new CodingDraft(lines, null, null)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.field()).isEqualTo(field);
                });
    }

    private SampleInvoice ours(TestCompany company) {
        return SampleInvoice.to("PL" + company.taxId())
                .line("Transport krajowy, 4 kursy", "8600.00", "S", "23")
                .line("Postój", "1200.00", "S", "23");
    }

    private static CodingDraft.Line line(String line, String account, String centre, String code, String net) {
        return new CodingDraft.Line(line, account, centre, code, Money.of(net, "PLN"));
    }
}
