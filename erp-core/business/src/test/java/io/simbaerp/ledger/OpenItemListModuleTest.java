package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.party.Address;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Open items as a list, by age, and one with what settled it. */
@ModuleTest
class OpenItemListModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    ChangeParty changeParty;

    @Autowired
    OpenItems openItems;

    @Autowired
    TestDatabase database;

    @Autowired
    WebApplicationContext context;

    private TestCompany company;
    private TestReader reader;
    private PartyId party;

    @BeforeEach
    void begin() {
        company = companyWithBooks(companies, install);
        reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                UUID.randomUUID(),
                EnumSet.allOf(Duty.class));
        party = company.as(() -> registerParty.register(draft("Tekturo Łódź S.A.")));
    }

    @Test
    void theListIsSearchedFilteredAndSorted() {
        posted("1542.68");
        posted("20.00");
        assertThat(remaining("")).containsExactlyInAnyOrder("1542.68", "20.00");
        assertThat(remaining("sort=-remaining")).containsExactly("1542.68", "20.00");
        assertThat(remaining("sort=remaining")).containsExactly("20.00", "1542.68");
        assertThat(remaining("sort=remaining&limit=1")).containsExactly("20.00");
        assertThat(remaining("text=tekturo lodz")).hasSize(2);
        assertThat(remaining("text=other")).isEmpty();
        assertThat(remaining("amountFrom=20,01")).containsExactly("1542.68");
        assertThat(remaining("side=DEBIT")).isEmpty();
        assertThat(remaining("due=notDue&currency=pln&party=tek")).hasSize(2);
        assertThat(remaining("due=late")).isEmpty();
        assertThat(remaining("state=settled")).isEmpty();
        assertThat(remaining("partyId=" + UUID.randomUUID())).isEmpty();
        assertThat(reader.page(get("/parties/" + party.value()), "en"))
                .contains("/open-items?partyId=" + party.value());
        assertThat(reader.page(get("/open-items?state=all&partyId=" + party.value()), "en"))
                .contains("<b>Tekturo Łódź S.A.</b>", "2 found");
        String page = reader.page(get("/open-items"), "pl");
        assertThat(page)
                .contains(
                        "Rozrachunki",
                        "Tekturo Łódź S.A.",
                        "Zobowiązania",
                        "1\u00a0562,68",
                        "/parties/" + party.value())
                .contains("Znaleziono: 2");
        assertThat(reader.page(get("/open-items").param("due", "late"), "en")).contains("Nothing matches");
    }

    @Test
    void aReversalSettlesAndBothSidesShowIt() {
        JournalEntryId entry = posted("300.00");
        UUID item = company.as(() -> openItems.ofEntry(entry)).get(0).id();
        company.as(() -> reverse.reverse(entry, EntryKind.RED_REVERSAL, LedgerFixture.DAY, "2026-11", "Pomyłka"));
        assertThat(remaining("")).isEmpty();
        assertThat(remaining("state=settled")).containsExactly("0.00", "0.00");
        String page = reader.page(get("/open-items/" + item), "en");
        assertThat(page).contains("settled", "What settled it", "300,00", "/ledger/entries/" + entry.value());
        String json = text("/api/v1/open-items/" + item);
        assertThat(JsonPath.<String>read(json, "$.allocations[0].amount.amount"))
                .isEqualTo("300.00");
        assertThat(reader.ask(get("/open-items/" + UUID.randomUUID())).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aPartysNewNameStandsBesideItsItems() {
        posted("10.00");
        company.as(() -> {
            changeParty.change(party, 0, draft("Opakowania Plus"));
            return party;
        });
        assertThat(remaining("text=opakowania")).hasSize(1);
        assertThat(remaining("text=tekturo")).isEmpty();
        assertThat(reader.page(get("/open-items"), "en")).contains("Opakowania Plus");
    }

    @Test
    void namesAreWrittenByTheLedgerAlone() throws SQLException {
        posted("10.00");
        TestCompany theirs = companies.create();
        try (Connection attacker = database.connect(TestDatabase.APPLICATION);
                Statement sql = attacker.createStatement()) {
            for (String attack : List.of(
                    "update ledger.open_item_card set party_name = 'x'", "select * from ledger.open_item_word")) {
                assertThatThrownBy(() -> sql.execute(attack)).hasMessageContaining("permission denied");
            }
            attacker.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + theirs.id().value() + "', true)");
            sql.execute("select ledger.rename_party('" + party.value() + "')");
            try (var found = sql.executeQuery("select ledger.search_open_item('tekturo')")) {
                assertThat(found.next()).isFalse();
            }
            attacker.commit();
        }
        assertThat(reader.page(get("/open-items"), "en")).contains("Tekturo Łódź S.A.");
    }

    @Test
    void whatIsOpenIsSummedByAge() {
        posted("100.00");
        posted("50.00");
        List<OpenItems.Ageing> today = company.as(() -> openItems.ageing(LedgerFixture.DAY));
        assertThat(today).singleElement().satisfies(row -> {
            assertThat(row.buckets().get(0)).hasToString("150.00 PLN");
            assertThat(row.total()).hasToString("150.00 PLN");
        });
        // Due fourteen days after the day of posting.
        assertThat(bucket(14)).isEqualTo(0);
        assertThat(bucket(15)).isEqualTo(1);
        assertThat(bucket(44)).isEqualTo(1);
        assertThat(bucket(45)).isEqualTo(2);
        assertThat(bucket(75)).isEqualTo(3);
        assertThat(bucket(104)).isEqualTo(3);
        assertThat(bucket(105)).isEqualTo(4);
    }

    private int bucket(int daysOn) {
        List<OpenItems.Ageing> rows = company.as(() -> openItems.ageing(LedgerFixture.DAY.plusDays(daysOn)));
        List<String> sums = rows.get(0).buckets().stream().map(Object::toString).toList();
        assertThat(sums).filteredOn(sum -> sum.equals("150.00 PLN")).hasSize(1);
        return sums.indexOf("150.00 PLN");
    }

    private JournalEntryId posted(String amount) {
        return company.as(() -> post.post(entry(debit("403-90", amount), owed(party.value(), Side.CREDIT, amount))));
    }

    private List<String> remaining(String query) {
        return JsonPath.read(text("/api/v1/open-items?" + query), "$.items[*].remaining.amount");
    }

    private String text(String address) {
        return new String(reader.ask(get(address)).getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static PartyDraft draft(String name) {
        return new PartyDraft(name, List.of(), new Address(null, null, null, "Łódź", null, "PL"), true, false);
    }
}
