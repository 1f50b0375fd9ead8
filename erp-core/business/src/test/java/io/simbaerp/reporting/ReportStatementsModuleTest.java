package io.simbaerp.reporting;

import static io.simbaerp.reporting.Books.POLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.account.AccountDraft;
import io.simbaerp.ledger.account.AddAccount;
import io.simbaerp.money.Money;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.tax.RecordVatRegister;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegisterRowDraft;
import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Reports and pages of the books take the same few statements however many rows they show. */
@ModuleTest
class ReportStatementsModuleTest {

    private static final int MOST = 30;

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    PostJournalEntry post;

    @Autowired
    AddAccount addAccount;

    @Autowired
    RecordVatRegister recordVatRegister;

    @Autowired
    List<Report> reports;

    @Autowired
    WebApplicationContext context;

    List<String> names = List.of();

    @Test
    void aReportTakesTheSameStatementsHoweverManyRows() throws Exception {
        Map<String, Integer> few = counted(filled(2));
        Map<String, Integer> many = counted(filled(40));
        few.forEach((address, count) -> many.computeIfPresent(address, (same, all) -> all.equals(count) ? null : all));
        assertThat(many).isEmpty();
        assertThat(few.values()).allMatch(count -> count > 0 && count <= MOST);
    }

    private Books filled(int rows) {
        TestCompany company = companies.create();
        company.as(install::install);
        company.as(installTaxCodes::install);
        names = company.as(() -> reports.stream().map(Report::name).toList());
        Books books = new Books(company, post, context);
        for (int row = 0; row < rows; row++) {
            String code = "240-" + (100 + row);
            company.run(() -> addAccount.add(account(code)));
            String party = UUID.randomUUID().toString();
            String day = LocalDate.of(2026, 11, 1).plusDays(row % 20).toString();
            books.post(day, code + " D 7.00", "202 C 7.00 " + party + " 2026-11-30");
            books.post(day, "201 D 12.30 " + party + " 2026-11-30", "703-01 C 12.30");
            books.post(day, "130-01 D 5.00", code + " C 5.00");
            company.run(() -> recordVatRegister.record(List.of(new VatRegisterRowDraft(
                    UUID.randomUUID(),
                    VatDirection.INPUT,
                    "Z23",
                    Money.of("100.00", "PLN"),
                    Money.of("23.00", "PLN"),
                    Money.of("23.00", "PLN"),
                    "2026-11",
                    null,
                    UUID.randomUUID(),
                    "FV " + code,
                    LocalDate.of(2026, 11, 5),
                    code))));
        }
        return books;
    }

    private static AccountDraft account(String code) {
        return new AccountDraft(
                code,
                code,
                code,
                AccountType.ASSET,
                Side.DEBIT,
                null,
                null,
                false,
                true,
                null,
                AccountDraft.Markers.NONE,
                LocalDate.of(2026, 1, 1),
                null);
    }

    private Map<String, Integer> counted(Books books) throws Exception {
        Map<String, Integer> counted = new TreeMap<>();
        for (String name : names) {
            count(
                    counted,
                    books,
                    "/reports/" + name + "?from=2026-01-01&to=2026-12-31&layout=pl&detail=true&items=true");
        }
        for (String page : List.of(
                "/reports",
                "/reports/layouts",
                "/reports/jpk-kr-pd?from=2026-01-01&to=2026-12-31",
                "/ledger/accounts",
                "/ledger/entries/new")) {
            count(counted, books, page);
        }
        return counted;
    }

    private static void count(Map<String, Integer> counted, Books books, String address) throws Exception {
        books.page(address, POLISH);
        counted.put(address, CountedStatements.of(() -> {
            try {
                books.page(address, POLISH);
            } catch (Exception e) {
                throw new IllegalStateException(address, e);
            }
        }));
    }
}
