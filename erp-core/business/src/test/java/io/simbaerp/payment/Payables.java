package io.simbaerp.payment;

import io.simbaerp.company.bankaccount.AddOwnAccount;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.OwnAccountDraft;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PolishTaxId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;

/** Companies that owe something: books, an own account, payees with confirmed accounts, and open items. */
public class Payables {

    public static final String OWN = "PL30109011020000000123456701";
    public static final String THEIRS = "PL61109010140000071219812874";
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final AtomicInteger TAKEN = new AtomicInteger();

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts installChart;

    @Autowired
    AddOwnAccount addOwnAccount;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    ProposeBankAccount proposeBankAccount;

    @Autowired
    ApproveBankAccount approveBankAccount;

    @Autowired
    PostJournalEntry post;

    @Autowired
    OpenItems openItems;

    public TestCompany company() {
        TestCompany company = companies.create();
        company.as(installChart::install);
        return company;
    }

    /** One of the company's own accounts, in PLN. */
    public UUID ownAccount(TestCompany company) {
        return company.as(() -> addOwnAccount.add(new OwnAccountDraft("Main", OWN, "PLN", null, BankProfile.USUAL)));
    }

    /** A supplier with an account a second person confirmed. */
    public PartyId supplier(TestCompany company, String name) {
        PartyId supplier = unconfirmed(company, name);
        UUID account = company.as(() -> proposeBankAccount.propose(new BankAccountDraft(supplier, THEIRS, null)));
        company.asPerson(UUID.randomUUID(), () -> {
            approveBankAccount.approve(account);
            return null;
        });
        return supplier;
    }

    /** An account of the supplier, which waits for a second person. */
    public void proposed(TestCompany company, PartyId supplier, UUID proposer) {
        company.asPerson(proposer, () -> proposeBankAccount.propose(new BankAccountDraft(supplier, THEIRS, null)));
    }

    /** A supplier without any account. */
    public PartyId unconfirmed(TestCompany company, String name) {
        return company.as(() -> registerParty.register(new PartyDraft(
                name,
                List.of(nip()),
                new Address("ul. Portowa 8", null, "81-300", "Gdynia", null, "PL"),
                true,
                false)));
    }

    /** An invented NIP with the right check digit: there is no tax office 999. */
    private static String nip() {
        return IntStream.range(0, 1_000_000)
                .mapToObj(tried -> "999"
                        + String.valueOf(1_000_000 + (TAKEN.getAndIncrement() % 1_000_000))
                                .substring(1))
                .flatMap(nine -> IntStream.range(0, 10).mapToObj(check -> nine + check))
                .filter(PolishTaxId::isValid)
                .findFirst()
                .orElseThrow();
    }

    /** Something owed, and its open item; a credit if the side is DEBIT. */
    public UUID owed(TestCompany company, PartyId supplier, Side side, String amount) {
        return owed(company, supplier, side, amount, false);
    }

    /** Something owed that is to be paid by the split payment mechanism. */
    public UUID split(TestCompany company, PartyId supplier, String amount) {
        return owed(company, supplier, Side.CREDIT, amount, true);
    }

    private UUID owed(TestCompany company, PartyId supplier, Side side, String amount, boolean split) {
        Side other = side == Side.CREDIT ? Side.DEBIT : Side.CREDIT;
        LineDraft debt = new LineDraft(
                "202",
                side,
                Money.of(amount, "PLN"),
                null,
                null,
                supplier.value(),
                null,
                DAY.plusDays(7),
                null,
                null,
                true,
                split);
        JournalEntryId entry = company.as(() -> post.post(new JournalEntryDraft(
                "PK",
                DAY,
                DAY,
                DAY,
                "2026-11",
                EntryKind.ORDINARY,
                "Owed",
                null,
                null,
                UUID.randomUUID().toString(),
                List.of(debt, LineDraft.of("100-01", other, Money.of(amount, "PLN"))))));
        return Objects.requireNonNull(
                company.as(() -> openItems.ofEntry(entry)).get(0).id());
    }

    public UUID owed(TestCompany company, PartyId supplier, String amount) {
        return owed(company, supplier, Side.CREDIT, amount);
    }
}
