package io.simbaerp.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ChartOfAccountsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    ChartOfAccounts accounts;

    @Autowired
    CostCentres costCentres;

    @Autowired
    TaxCodes taxCodes;

    @Test
    void theModelChartIsInstalledOnce() {
        TestCompany company = companies.create();
        int added = company.as(install::install);
        assertThat(added).isGreaterThan(150);
        assertThat(company.as(install::install)).isZero();
        assertThat(company.as(accounts::all)).hasSize(added);
        AccountView suppliers = company.as(() -> accounts.find("202")).orElseThrow();
        assertThat(suppliers.control()).isEqualTo("SUPPLIER");
        assertThat(suppliers.normalSide()).isEqualTo(Side.CREDIT);
        assertThat(suppliers.postable()).isTrue();
        assertThat(company.as(() -> accounts.find("402")).orElseThrow().postable())
                .isFalse();
        assertThat(company.as(() -> accounts.find("402-03")).orElseThrow().parent())
                .isEqualTo("402");
        assertThat(company.as(costCentres::all))
                .extracting(CostCentres.CostCentreView::code)
                .containsExactly("100", "200", "310", "320", "400");
    }

    @Test
    void accountsAreFoundByNumberAndByAnyPartOfTheirName() {
        TestCompany company = companies.create();
        company.as(install::install);
        assertThat(company.as(() -> accounts.search("402-0", 50)))
                .extracting(AccountView::code)
                .contains("402-03")
                .allMatch(code -> code.startsWith("402-0"));
        assertThat(company.as(() -> accounts.search("TRANSPORT", 50)))
                .extracting(AccountView::code)
                .contains("402-03", "402-04", "010-04");
        assertThat(company.as(() -> accounts.search("%", 50))).isEmpty();
    }

    @Test
    void everyAccountOfAVatCodeTakesEntries() {
        TestCompany company = companies.create();
        company.as(install::install);
        company.as(installTaxCodes::install);
        company.run(() -> taxCodes.validOn(LedgerFixture.DAY).stream()
                .flatMap(ChartOfAccountsModuleTest::accountsOf)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(code -> assertThat(accounts.find(code)).as(code).hasValueSatisfying(account -> assertThat(
                                account.postable())
                        .isTrue())));
    }

    private static Stream<String> accountsOf(TaxCodeView code) {
        return Stream.of(code.inputAccount(), code.outputAccount(), code.deferredAccount());
    }
}
