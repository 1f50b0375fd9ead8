package io.simbaerp.ledger;

import io.simbaerp.money.Money;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Companies with books, and drafts that may be posted there. */
final class LedgerFixture {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private LedgerFixture() {}

    static TestCompany companyWithBooks(TestCompanies companies, InstallChartOfAccounts install) {
        TestCompany company = companies.create();
        company.as(install::install);
        return company;
    }

    static LineDraft debit(String account, String amount) {
        return LineDraft.of(account, Side.DEBIT, Money.of(amount, "PLN"));
    }

    static LineDraft credit(String account, String amount) {
        return LineDraft.of(account, Side.CREDIT, Money.of(amount, "PLN"));
    }

    /** A debt to a supplier, with an open item. */
    static LineDraft owed(UUID party, Side side, String amount) {
        return new LineDraft(
                "202",
                side,
                Money.of(amount, "PLN"),
                null,
                null,
                party,
                null,
                DAY.plusDays(14),
                null,
                null,
                true,
                false);
    }

    static JournalEntryDraft entry(LineDraft... lines) {
        return entry("PK", DAY, EntryKind.ORDINARY, UUID.randomUUID().toString(), lines);
    }

    static JournalEntryDraft entry(String journal, LocalDate day, EntryKind kind, String key, LineDraft... lines) {
        return new JournalEntryDraft(
                journal,
                day,
                day,
                day,
                "%d-%02d".formatted(day.getYear(), day.getMonthValue()),
                kind,
                "Próba",
                null,
                null,
                key,
                List.of(lines));
    }
}
