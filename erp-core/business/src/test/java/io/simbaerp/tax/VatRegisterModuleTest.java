package io.simbaerp.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class VatRegisterModuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallTaxCodes install;

    @Autowired
    TaxCodes codes;

    @Autowired
    SetDeductionProportion setProportion;

    @Autowired
    RecordVatRegister recordVatRegister;

    @Autowired
    VatRegister register;

    @Autowired
    TestDatabase database;

    TestCompany company;

    @BeforeEach
    void installCodes() {
        company = companies.create();
        company.as(install::install);
    }

    @Test
    void theCodesSayWhatTheyMean() {
        assertThat(company.as(install::install)).isZero();
        TaxCodeView acquisition = company.as(() -> codes.find("WNT23", DAY)).orElseThrow();
        assertThat(acquisition.kind()).isEqualTo(TaxKind.EU_ACQUISITION);
        assertThat(acquisition.kind().selfAssessed()).isTrue();
        assertThat(acquisition.outputTaxColumn()).isEqualTo("K_24");
        assertThat(acquisition.inputTaxColumn()).isEqualTo("K_43");
        assertThat(acquisition.ratePercent()).isEqualByComparingTo("23");
        assertThat(company.as(() -> codes.find("Z23-50", DAY)).orElseThrow().deduction())
                .isEqualTo(Deduction.HALF);
        assertThat(company.as(() -> codes.validOn(DAY)))
                .extracting(TaxCodeView::code)
                .contains("Z23", "Z8", "Z5", "Z0", "ZW", "NP", "Z23-NO", "WNT23", "IU23", "OO23", "S23");
        assertThat(company.as(() -> codes.find("Z23", LocalDate.of(1999, 12, 31))))
                .isEmpty();
    }

    @Test
    void theProportionIsWholeUntilOneIsSet() {
        assertThat(company.as(() -> codes.proportionPercent(DAY))).isEqualByComparingTo(BigDecimal.valueOf(100));
        company.run(() -> setProportion.set(2026, 83));
        assertThat(company.as(() -> codes.proportionPercent(DAY))).isEqualByComparingTo(BigDecimal.valueOf(83));
        assertThatThrownBy(() -> company.run(() -> setProportion.set(2026, 101)))
                .hasMessageContaining("tax.proportion-out-of-range");
    }

    @Test
    void rowsStandInTheirPeriodWithTheirColumns() {
        UUID document = UUID.randomUUID();
        company.run(() -> recordVatRegister.record(List.of(
                row(document, VatDirection.INPUT, "WNT23", "100.00", "23.00", "23.00", "2026-12"),
                row(document, VatDirection.OUTPUT, "WNT23", "100.00", "23.00", "23.00", "2026-11"),
                row(document, VatDirection.INPUT, "Z23-50", "100.00", "23.00", "11.50", null))));

        assertThat(company.as(() -> register.ofPeriod("2026-12", VatDirection.INPUT, null, 10)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.baseColumn()).isEqualTo("K_42");
                    assertThat(row.taxColumn()).isEqualTo("K_43");
                    assertThat(row.ksefNumber()).isEqualTo("9990045672-20261119-ABC");
                });
        assertThat(company.as(() -> register.ofPeriod("2026-11", VatDirection.OUTPUT, null, 10)))
                .singleElement()
                .satisfies(row -> assertThat(row.baseColumn()).isEqualTo("K_23"));
        assertThat(company.as(() -> register.ofDocument(document))).hasSize(3);
        assertThat(company.as(() -> register.sums("2026-12")))
                .singleElement()
                .satisfies(sum -> assertThat(sum.deductibleTax()).isEqualTo(Money.of("23.00", "PLN")));
    }

    @Test
    void refusesRowsThatCannotBe() {
        UUID document = UUID.randomUUID();
        assertThatThrownBy(() -> company.run(() -> recordVatRegister.record(
                        List.of(row(document, VatDirection.INPUT, "Z99", "100", "23", "23", "2026-11")))))
                .hasMessageContaining("vat-register.code-unknown");
        assertThatThrownBy(() -> company.run(() -> recordVatRegister.record(
                        List.of(row(document, VatDirection.INPUT, "Z23", "100", "23", "24", "2026-11")))))
                .hasMessageContaining("vat-register.deductible-exceeds-tax");
        assertThatThrownBy(() -> company.run(() -> recordVatRegister.record(
                        List.of(row(document, VatDirection.INPUT, "Z23", "100", "23", "-1", "2026-11")))))
                .hasMessageContaining("vat-register.deductible-exceeds-tax");
        assertThat(company.as(() -> register.ofDocument(document))).isEmpty();
    }

    @Test
    void postgresRefusesToChangeTheRegister() throws Exception {
        company.run(() -> recordVatRegister.record(
                List.of(row(UUID.randomUUID(), VatDirection.INPUT, "Z23", "100", "23", "23", "2026-11"))));
        attack(TestDatabase.OWNER, "update tax.vat_register_row set tax = 1", "never changed");
        attack(TestDatabase.OWNER, "update tax.vat_register_row set vat_period = '2027-01'", "never changed");
        attack(TestDatabase.OWNER, "delete from tax.vat_register_row", "refused");
        attack(TestDatabase.OWNER, "truncate tax.vat_register_row", "refused");
        attack(TestDatabase.APPLICATION, "update tax.vat_register_row set tax = 1", "permission denied");
        attack(TestDatabase.APPLICATION, "delete from tax.vat_register_row", "permission denied");
        attack(TestDatabase.OWNER, "delete from tax.tax_code", "refused");
        attack(
                TestDatabase.APPLICATION,
                "insert into tax.tax_code select company_id, gen_random_uuid(), code, kind, 99, deduction, name_en, name_pl,"
                        + " null, null, null, null, null, null, null, purchase, sale, date '2026-01-01', null"
                        + " from tax.tax_code where code = 'Z23'",
                "two meanings");
    }

    private void attack(String role, String sql, String because) throws Exception {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute("set simba.company = '" + company.id() + "'");
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining(because);
        }
    }

    private static VatRegisterRowDraft row(
            UUID document,
            VatDirection direction,
            String code,
            String base,
            String tax,
            String deductible,
            @Nullable String period) {
        return new VatRegisterRowDraft(
                document,
                direction,
                code,
                Money.of(base, "PLN"),
                Money.of(tax, "PLN"),
                Money.of(deductible, "PLN"),
                period,
                "9990045672-20261119-ABC",
                UUID.randomUUID(),
                "FV/1/2026",
                DAY,
                "posting of " + document);
    }
}
