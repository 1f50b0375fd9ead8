package io.simbaerp.party.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.simbaerp.architecture.Duty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
class PartyPagesModuleTest {

    private static final String IBAN = "61 1090 1014 0000 0712 1981 2874";

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestCompanies companies;

    private TestReader accountant;
    private TestReader treasurer;

    @BeforeEach
    void begin() {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        TestCompany ours = companies.create();
        accountant = TestReader.of(mvc, ours, UUID.randomUUID(), EnumSet.allOf(Duty.class));
        treasurer = TestReader.of(
                mvc,
                ours,
                UUID.randomUUID(),
                Set.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_PARTY, Duty.CONFIRM_BANK_ACCOUNT));
    }

    @Test
    void aPartyIsAddedSearchedAndChanged() throws Exception {
        assertThat(accountant.page(get("/parties"), "en")).contains("No parties yet");
        assertThat(accountant.page(get("/parties/new"), "pl")).contains("Nowy kontrahent", "Numery podatkowe");
        String address = add("Tekturo & Syn S.A.", "526-025-02-75, DE123");
        assertThat(accountant.page(get(address), "en"))
                .contains("Tekturo &amp; Syn S.A.", "5260250275", "DE123", "85-990 Bydgoszcz PL")
                .contains("The check digit of NIP 5260250275 is wrong.")
                .contains("No bank account yet");
        assertThat(accountant.page(get("/parties").param("text", "& syn"), "pl"))
                .contains("Tekturo &amp; Syn S.A.", "Dostawca");
        assertThat(accountant.page(get("/parties").param("text", "nobody"), "en"))
                .contains("Nothing matches");
        for (String text : new String[] {"526-025", "syn tek", "bydg", "526 025 02 75"}) {
            assertThat(accountant.page(get("/parties").param("text", text), "en"))
                    .as(text)
                    .contains("Tekturo &amp; Syn S.A.", ">none<");
        }
        assertThat(accountant.page(get("/parties").param("role", "customer"), "en"))
                .contains("Nothing matches");

        String form = accountant.page(get(address + "/edit"), "en");
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(form);
        assertThat(version.find()).isTrue();
        assertThat(change(address, version.group(1), "Tekturo S.A.").getRedirectedUrl())
                .isEqualTo(address);
        MockHttpServletResponse late = change(address, version.group(1), "Too late");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(accountant.page(get(address), "en")).contains("Tekturo S.A.").doesNotContain("Too late");
        String kept = late.getContentAsString();
        assertThat(kept)
                .as("nothing entered is lost, and what was saved meanwhile stands beside it")
                .contains(
                        "value=\"Too late\"", "Saved meanwhile: Tekturo S.A.", "Somebody changed this party meanwhile");
        Matcher present = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(kept);
        assertThat(present.find()).isTrue();
        assertThat(change(address, present.group(1), "Knowingly").getRedirectedUrl())
                .isEqualTo(address);
    }

    @Test
    void aRefusedFormKeepsWhatWasEnteredAndSaysWhy() throws Exception {
        MockHttpServletResponse refused = accountant.ask(post("/parties/new")
                .param("name", " ")
                .param("taxIds", "5260250274")
                .param("country", "PL")
                .param("supplier", "true"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("A party needs its name.", "5260250274");
        assertThat(treasurer.ask(get("/parties/new")).getStatus()).isEqualTo(403);
    }

    @Test
    void anAccountIsProposedByOneAndConfirmedByAnother() throws Exception {
        String address = add("Tekturo", "5260250274");
        MockHttpServletResponse wrong =
                accountant.ask(post(address + "/accounts").param("iban", "PL00 1234"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("PL00 1234", "check digits");

        accountant.ask(post(address + "/accounts").param("iban", IBAN));
        String own = accountant.page(get(address), "en");
        assertThat(own)
                .contains("PL61\u00a01090", "Waits for a second person", "You proposed it")
                .doesNotContain("/confirm");
        String other = treasurer.page(get(address), "pl");
        Matcher confirm =
                Pattern.compile("action=\"(/parties/[^\"]+/confirm)\"").matcher(other);
        assertThat(confirm.find()).isTrue();
        accountant.ask(post(confirm.group(1)));
        assertThat(treasurer.page(get(address), "pl")).contains("Czeka na drugą osobę");
        treasurer.ask(post(confirm.group(1)));
        assertThat(treasurer.page(get(address), "pl")).contains("Potwierdzony").doesNotContain("Czeka na drugą osobę");
    }

    @Test
    void theSameOverRest() throws Exception {
        MockHttpServletResponse created = accountant.ask(
                post("/api/v1/parties").contentType("application/json").content("""
                        {"name": "Tekturo", "taxIds": ["PL5260250274"], "supplier": true,
                         "address": {"street": "ul. Tekturowa 8", "postalCode": "85-990", "city": "Bydgoszcz", "country": "PL"}}"""));
        assertThat(created.getStatus()).isEqualTo(201);
        String address = created.getHeader("Location");
        String version = created.getHeader("ETag");
        assertThat(created.getContentAsString())
                .contains("\"taxIds\":[\"5260250274\"]", "\"accounts\":[]", "\"city\":\"Bydgoszcz\"");

        String changed =
                "{\"name\": \"Tekturo S.A.\", \"taxIds\": [], \"customer\": true, \"address\": {\"country\": \"DE\"}}";
        assertThat(accountant
                        .ask(put(address).contentType("application/json").content(changed))
                        .getStatus())
                .isEqualTo(422);
        assertThat(accountant
                        .ask(put(address)
                                .header("If-Match", version)
                                .contentType("application/json")
                                .content(changed))
                        .getStatus())
                .isEqualTo(200);
        assertThat(accountant
                        .ask(put(address)
                                .header("If-Match", version)
                                .contentType("application/json")
                                .content(changed))
                        .getStatus())
                .isEqualTo(409);

        MockHttpServletResponse proposed = accountant.ask(
                post(address + "/accounts").contentType("application/json").content("{\"iban\": \"" + IBAN + "\"}"));
        assertThat(proposed.getStatus()).isEqualTo(201);
        Matcher account =
                Pattern.compile("\"accounts\":\\[\\{\"id\":\"([0-9a-f-]+)\"").matcher(proposed.getContentAsString());
        assertThat(account.find()).isTrue();
        assertThat(accountant
                        .ask(post(address + "/accounts/" + account.group(1) + "/confirm"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(treasurer
                        .ask(post(address + "/accounts/" + account.group(1) + "/confirm"))
                        .getContentAsString())
                .contains("\"confirmed\":true");
        assertThat(accountant.page(get("/parties").param("text", IBAN), "en")).contains("1 account", "all confirmed");
        assertThat(accountant.page(get("/parties").param("accounts", "open"), "en"))
                .contains("Nothing matches");
        assertThat(accountant.ask(get("/api/v1/parties").param("text", "tekt")).getContentAsString())
                .startsWith("{\"items\":[{\"id\":");
        assertThat(treasurer
                        .ask(post("/api/v1/parties")
                                .contentType("application/json")
                                .content("{}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(accountant.ask(get("/api/v1/parties/" + UUID.randomUUID())).getStatus())
                .isEqualTo(404);
    }

    private String add(String name, String taxIds) {
        String address = accountant
                .ask(post("/parties/new")
                        .param("name", name)
                        .param("taxIds", taxIds)
                        .param("postalCode", "85-990")
                        .param("city", "Bydgoszcz")
                        .param("country", "pl")
                        .param("supplier", "true"))
                .getRedirectedUrl();
        assertThat(address).startsWith("/parties/");
        return address;
    }

    private MockHttpServletResponse change(String address, String version, String name) {
        return accountant.ask(post(address + "/edit")
                .param("version", version)
                .param("name", name)
                .param("country", "PL")
                .param("supplier", "true"));
    }
}
