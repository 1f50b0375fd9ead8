package io.simbaerp.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class FiscalPeriodsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    FiscalPeriods periods;

    @Autowired
    ClosePeriod closePeriod;

    @Autowired
    ReopenPeriod reopenPeriod;

    @Test
    void aPeriodIsClosedAndOpenedAgain() {
        TestCompany company = companies.create();
        company.run(() -> closePeriod.close("2026-11"));
        assertThat(company.as(() -> periods.byCode("2026-11")).orElseThrow().open())
                .isFalse();
        assertThatThrownBy(() -> company.run(() -> closePeriod.close("2026-11")))
                .hasMessageContaining("period.not-open");
        company.run(() -> reopenPeriod.reopen("2026-11"));
        assertThat(company.as(() -> periods.byCode("2026-11")).orElseThrow().open())
                .isTrue();
        assertThatThrownBy(() -> company.run(() -> reopenPeriod.reopen("2026-11")))
                .hasMessageContaining("period.not-closed");
    }
}
