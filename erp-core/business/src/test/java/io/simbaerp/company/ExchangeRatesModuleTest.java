package io.simbaerp.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ExchangeRatesModuleTest {

    private static final String HEADER = "currency;date;mid;table;source\n";
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    @Autowired
    TestCompanies companies;

    @Autowired
    ExchangeRates rates;

    @Autowired
    AddExchangeRate add;

    @Autowired
    ImportExchangeRates importRates;

    @Autowired
    TestDatabase database;

    TestCompany company;

    @BeforeEach
    void foundCompany() {
        company = companies.create();
    }

    @Test
    void theRateOfADayIsTheLastOnePublishedBeforeIt() {
        add("EUR", THURSDAY.minusDays(1), "4.25");
        add("EUR", THURSDAY, "4.30");
        add("USD", THURSDAY, "3.90");

        assertThat(before(THURSDAY)).map(ExchangeRate::rate).hasValue(new BigDecimal("4.25"));
        assertThat(before(THURSDAY.plusDays(1))).map(ExchangeRate::rate).hasValue(new BigDecimal("4.3"));
        assertThat(before(THURSDAY.plusDays(1))).map(ExchangeRate::table).hasValue("225/A/NBP/2026");
    }

    @Test
    void aRateOlderThanTenDaysIsNoRate() {
        add("EUR", THURSDAY.minusDays(11), "4.25");
        assertThat(before(THURSDAY.minusDays(1))).isPresent();
        assertThat(before(THURSDAY)).isEmpty();
    }

    @Test
    void refusesRatesThatCannotBe() {
        assertRefused("exchange-rate.currency-is-base", "PLN", THURSDAY, "1");
        assertRefused("exchange-rate.not-positive", "EUR", THURSDAY, "0");
        assertRefused("exchange-rate.day-to-come", "EUR", THURSDAY.plusDays(2), "4.2");
        assertRefused("exchange-rate.too-many-digits", "EUR", THURSDAY, "4.123456789");
    }

    @Test
    void aPublishedRateIsNeverChanged() {
        add("EUR", THURSDAY, "4.30");
        add("EUR", THURSDAY, "4.300");
        assertThatThrownBy(() -> add("EUR", THURSDAY, "4.31"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("exchange-rate.differs");
        assertThat(company.as(() -> rates.list(null, null, 10))).hasSize(1);
    }

    @Test
    void postgresRefusesToChangeARateWhoeverAsks() throws Exception {
        add("EUR", THURSDAY, "4.30");
        assertAttackFails(
                TestDatabase.OWNER, "update company.exchange_rate set mid = 9", "exchange_rate_is_never_changed");
        assertAttackFails(TestDatabase.OWNER, "delete from company.exchange_rate", "exchange_rate_is_never_changed");
        assertAttackFails(TestDatabase.OWNER, "truncate company.exchange_rate", "exchange_rate_is_never_changed");
        assertAttackFails(TestDatabase.APPLICATION, "update company.exchange_rate set mid = 9", "permission denied");
    }

    @Test
    void anImportAddsAllRatesOrNone() {
        ExchangeRateImport broken = company.as(() -> importRates.importFile(HEADER
                + "EUR;2026-11-19;4,2735;225/A/NBP/2026;NBP\n"
                + "XXY;2026-11-19;4.2;225/A/NBP/2026;NBP\n"
                + "USD;19.11.2026;3.9;225/A/NBP/2026;NBP\n"
                + "USD;2026-11-19;cheap;225/A/NBP/2026;NBP\n"
                + "USD;2026-11-19;3.9;;NBP\n"
                + "USD;2026-11-19\n"));

        assertThat(broken.complete()).isFalse();
        assertThat(broken.errors())
                .extracting(error -> error.line() + " " + error.field() + " " + error.rule())
                .containsExactly(
                        "3 currency exchange-rate.currency-unreadable",
                        "4 date exchange-rate.date-unreadable",
                        "5 mid exchange-rate.mid-unreadable",
                        "6 table exchange-rate.table-missing",
                        "7 line exchange-rate.columns-differ");
        assertThat(company.as(() -> rates.list(null, null, 10))).isEmpty();
    }

    @Test
    void theSameFileTwiceAddsNothingTheSecondTime() {
        String file = "\uFEFF" + HEADER + "EUR;2026-11-19;4,2735;225/A/NBP/2026;NBP\r\n"
                + "USD;2026-11-19;3.9012;225/A/NBP/2026;NBP\r\n";
        assertThat(company.as(() -> importRates.importFile(file)).added()).hasSize(2);
        ExchangeRateImport again = company.as(() -> importRates.importFile(file));
        assertThat(again.added()).isEmpty();
        assertThat(again.repeated()).isEqualTo(2);
        assertThat(again.complete()).isTrue();
        assertThat(before(THURSDAY.plusDays(1))).map(ExchangeRate::rate).hasValue(new BigDecimal("4.2735"));
    }

    @Test
    void anImportThatContradictsAKnownRateOrItselfIsRefused() {
        add("EUR", THURSDAY, "4.30");
        ExchangeRateImport judged = company.as(() -> importRates.importFile(HEADER
                + "EUR;2026-11-19;4.31;225/A/NBP/2026;NBP\n"
                + "CHF;2026-11-19;4.5;225/A/NBP/2026;NBP\n"
                + "CHF;2026-11-19;4.6;225/A/NBP/2026;NBP\n"));
        assertThat(judged.errors())
                .extracting(ExchangeRateImport.RowError::line)
                .containsExactly(2L, 4L);
        assertThat(judged.errors())
                .extracting(ExchangeRateImport.RowError::rule)
                .containsOnly("exchange-rate.differs");
        assertThat(company.as(() -> rates.list(CurrencyCode.of("CHF"), null, 10)))
                .isEmpty();
    }

    @Test
    void aPreviewStoresNothing() {
        String file = HEADER + "EUR;2026-11-19;4,2735;225/A/NBP/2026;NBP\n";
        assertThat(company.as(() -> rates.preview(file)).added()).hasSize(1);
        assertThat(company.as(() -> rates.list(null, null, 10))).isEmpty();
    }

    @Test
    void theListGoesOnWhereItStopped() {
        for (int day = 1; day <= 5; day++) {
            add("EUR", LocalDate.of(2026, 11, day), "4.2" + day);
            add("USD", LocalDate.of(2026, 11, day), "3.9" + day);
        }
        var first = company.as(() -> rates.list(null, null, 3));
        var rest = company.as(() -> rates.list(null, first.get(2).cursor(), 100));
        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(7).doesNotContainAnyElementsOf(first);
        assertThat(company.as(() -> rates.list(CurrencyCode.EUR, null, 100))).hasSize(5);
        assertThatThrownBy(() -> company.as(() -> rates.list(null, "nonsense", 3)))
                .isInstanceOf(RuleViolation.class);
    }

    private Optional<ExchangeRate> before(LocalDate day) {
        return company.as(() -> rates.lastBefore(CurrencyCode.EUR, day));
    }

    private void add(String currency, LocalDate date, String mid) {
        company.run(() -> add.add(new AddExchangeRate.Draft(
                CurrencyCode.of(currency), date, new BigDecimal(mid), "225/A/NBP/2026", "NBP")));
    }

    private void assertRefused(String rule, String currency, LocalDate date, String mid) {
        assertThatThrownBy(() -> add(currency, date, mid))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }

    private void assertAttackFails(String role, String sql, String because) throws Exception {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute("set simba.company = '" + company.id() + "'");
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(PSQLException.class, refused -> assertThat(refused.getMessage()
                                    + refused.getServerErrorMessage().getConstraint())
                            .contains(because));
        }
    }
}
