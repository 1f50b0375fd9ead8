package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Settling as people and programs do it. */
@ModuleTest
class SettlementPagesModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    OpenItems openItems;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    WebApplicationContext context;

    private TestCompany company;
    private TestReader reader;
    private UUID party;

    @BeforeEach
    void begin() {
        company = companyWithBooks(companies, install);
        reader = reader(EnumSet.allOf(Duty.class));
        party = company.as(() -> registerParty.register(new PartyDraft(
                        "Holz GmbH", List.of(), new Address(null, null, null, "Berlin", null, "DE"), true, false)))
                .value();
    }

    @Test
    void itemsAreChosenLookedAtSettledAndTakenBack() {
        UUID invoice = euro(Side.CREDIT, "4.3000");
        UUID payment = euro(Side.DEBIT, "4.3512");
        assertThat(page(get("/open-items/" + invoice)))
                .contains("/open-items/settle?partyId=" + party + "&amp;take=" + invoice);
        String empty = page(
                get("/open-items/settle").param("partyId", party.toString()).param("take", invoice + ""));
        assertThat(empty).contains("Holz GmbH", "430,00", "435,12", "checked=\"checked\"");
        String key = empty.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");

        String seen = text(form("/open-items/settle/preview", key, invoice, payment, "40,00"), 200);
        assertThat(seen).contains("What will happen", "751-02", "2,05", "value=\"40,00\"");
        assertThat(text(form("/open-items/settle/preview", key, invoice, payment, "4x"), 422))
                .contains("is no amount");
        assertThat(text(form("/open-items/settle", key, invoice, payment, "40,001"), 422))
                .contains("more decimals");
        String made = location(form("/open-items/settle", key, invoice, payment, "40,00"));
        assertThat(location(form("/open-items/settle", key, invoice, payment, "40,00")))
                .isEqualTo(made);
        assertThat(page(get(made))).contains("stands", "172,00", "174,05", "/undo", "PK/2026/");
        assertThat(reader.page(get(made), "pl")).contains("Rozliczenie", "obowiązuje");
        assertThat(text(post(made + "/undo").param("comment", " "), 422)).contains("Say why");
        String undone = location(post(made + "/undo").param("comment", "Zła faktura"));
        assertThat(page(get(undone))).contains("takes back", "Zła faktura", made);
        assertThat(page(get(made))).contains("taken back", undone).doesNotContain("/undo\"");
        assertThat(page(get("/open-items/" + invoice))).contains("taken back", "takes back", made, undone, "100,00");
    }

    @Test
    void whoMayNotPostSettlesNothing() {
        UUID invoice = euro(Side.CREDIT, "4.3000");
        reader = reader(EnumSet.of(Duty.VIEW_LEDGER, Duty.VIEW_PARTY));
        assertThat(page(get("/open-items/" + invoice))).doesNotContain("/open-items/settle");
        assertThat(reader.ask(get("/open-items/settle").param("partyId", party.toString()))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void programsSettleToo() {
        UUID invoice = euro(Side.CREDIT, "4.3000");
        UUID payment = euro(Side.DEBIT, "4.2000");
        String parts = "{\"partyId\":\"%s\",\"day\":\"2026-11-20\",\"items\":[%s,%s]}"
                .formatted(party, part(invoice), part(payment));
        String plan = text(json(post("/api/v1/settlements/preview"), parts), 200);
        assertThat(JsonPath.<String>read(plan, "$.gain.amount")).isEqualTo("10.00");
        assertThat(JsonPath.<List<String>>read(plan, "$.entry[*].account")).containsExactly("202", "750-02");
        assertThat(text(json(post("/api/v1/settlements"), parts), 422)).contains("journal-entry.key-missing");
        String made = text(json(post("/api/v1/settlements").header("Idempotency-Key", "k1"), parts), 201);
        String id = JsonPath.read(made, "$.id");
        assertThat(JsonPath.<String>read(
                        text(json(post("/api/v1/settlements").header("Idempotency-Key", "k1"), parts), 201), "$.id"))
                .isEqualTo(id);
        assertThat(JsonPath.<String>read(text(get("/api/v1/settlements/" + id), 200), "$.parts[0].ofDebt.amount"))
                .isEqualTo("100.00");
        String item = text(get("/api/v1/open-items/" + invoice), 200);
        assertThat(JsonPath.<String>read(item, "$.allocations[0].settlementId")).isEqualTo(id);
        assertThat(JsonPath.<Boolean>read(item, "$.allocations[0].standing")).isTrue();
        String undo = "{\"day\":\"2026-11-21\",\"reason\":\"twice\"}";
        String undone = text(json(post("/api/v1/settlements/" + id + "/undo"), undo), 201);
        assertThat(JsonPath.<String>read(undone, "$.undoes")).isEqualTo(id);
        assertThat(text(json(post("/api/v1/settlements/" + id + "/undo"), undo), 409))
                .contains("settlement.undone-already");
        assertThat(text(get("/api/v1/settlements/" + UUID.randomUUID()), 404)).contains("settlement");
    }

    @Test
    void accountsAreChosenForPurposes() {
        assertThat(page(get("/ledger/account-purposes"))).contains("750-02", "751-02", "860");
        location(post("/ledger/account-purposes")
                .param("purpose", "EXCHANGE_LOSS")
                .param("account", "751-90  x"));
        assertThat(JsonPath.<List<String>>read(
                        text(get("/api/v1/account-purposes"), 200), "$[?(@.purpose=='EXCHANGE_LOSS')].account"))
                .containsExactly("751-90");
        assertThat(text(
                        post("/ledger/account-purposes")
                                .param("purpose", "YEAR_RESULT")
                                .param("account", "202"),
                        422))
                .contains("does not fit");
        assertThat(text(json(put("/api/v1/account-purposes/YEAR_RESULT"), "{\"account\":\"820\"}"), 200))
                .contains("820");
    }

    private MockHttpServletRequestBuilder form(String to, String key, UUID invoice, UUID payment, String amount) {
        return post(to).param("partyId", party.toString())
                .param("key", key)
                .param("day", "2026-11-20")
                .param("item", invoice.toString(), payment.toString())
                .param("amount", amount, amount)
                .param("take", invoice.toString());
    }

    private static String part(UUID item) {
        return "{\"openItemId\":\"%s\",\"amount\":{\"amount\":\"100.00\",\"currency\":\"EUR\"}}".formatted(item);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private TestReader reader(EnumSet<Duty> duties) {
        return TestReader.of(MockMvcBuilders.webAppContextSetup(context).build(), company, UUID.randomUUID(), duties);
    }

    private String page(MockHttpServletRequestBuilder request) {
        return reader.page(request, "en");
    }

    private String text(MockHttpServletRequestBuilder request, int status) {
        MockHttpServletResponse response =
                reader.ask(request.cookie(new jakarta.servlet.http.Cookie("simba-language", "en")));
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        return text;
    }

    private String location(MockHttpServletRequestBuilder request) {
        MockHttpServletResponse response = reader.ask(request);
        assertThat(response.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    private UUID euro(Side side, String rate) {
        ExchangeRate at = new ExchangeRate(
                CurrencyCode.EUR, CurrencyCode.PLN, new BigDecimal(rate), LedgerFixture.DAY.minusDays(1), "T", "NBP");
        Money foreign = Money.of("100.00", "EUR");
        LineDraft plain = owed(party, side, at.convert(foreign).amount().toPlainString());
        LineDraft line = new LineDraft(
                "202", side, plain.amount(), foreign, at, party, null, plain.dueDate(), null, null, true, false);
        String amount = plain.amount().amount().toPlainString();
        JournalEntryId posted = company.as(
                () -> post.post(entry(side == Side.DEBIT ? credit("130-01", amount) : debit("130-01", amount), line)));
        return company.as(() -> openItems.ofEntry(posted)).get(0).id();
    }
}
