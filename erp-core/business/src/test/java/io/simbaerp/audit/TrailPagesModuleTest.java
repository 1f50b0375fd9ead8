package io.simbaerp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.person.DisposePersonKey;
import io.simbaerp.audit.person.PlacePersonHold;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.party.Address;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The audit trail as people and programs read it. */
@ModuleTest
class TrailPagesModuleTest {

    private static final Address ADDRESS = new Address("ul. Tekturowa 8", null, "85-990", "Bydgoszcz", null, "PL");

    @Autowired
    TestCompanies companies;

    @Autowired
    RegisterParty register;

    @Autowired
    PlacePersonHold hold;

    @Autowired
    Parties parties;

    @Autowired
    ChangeParty change;

    @Autowired
    TrailRecords records;

    @Autowired
    WebApplicationContext context;

    private final UUID accountant = UUID.randomUUID();

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    DisposePersonKey dispose;

    @Autowired
    TestClock clock;

    private TestCompany ours;
    private MockMvc mvc;
    private TestReader auditor;
    private PartyId party;

    @BeforeEach
    void aPartyIsRegisteredAndChanged() {
        ours = companies.create();
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        auditor = TestReader.of(mvc, ours, UUID.randomUUID(), EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_AUDIT));
        party = ours.asPerson(accountant, () -> register.register(draft("Jan Kowalski Usługi", true)));
        ours.asPerson(accountant, () -> {
            change.change(party, parties.byId(party).orElseThrow().version(), draft("Jan Kowalski Remonty", false));
            return null;
        });
    }

    @Test
    void theListTellsWhatWasChangedInTheReadersWords() {
        assertThat(auditor.page(get("/audit-trail?kind=party"), "pl"))
                .contains("Ślad rewizyjny", "Kontrahent", "Jest odbiorcą: tak → nie", "Zmieniono")
                .doesNotContain(">postal-code", "postal_code");
        assertThat(auditor.page(get("/audit-trail?kind=party"), "en"))
                .contains("Is a customer: yes → no", "Postal code");
    }

    @Test
    void filtersLeadToTheLines() {
        assertThat(names("kind=party&field=customer")).containsExactly("record-changed", "record-added");
        assertThat(names("field=iban")).isEmpty();
        assertThat(names("record=" + party.value() + "&event=party-changed")).containsExactly("party-changed");
        assertThat(names("record=" + UUID.randomUUID())).isEmpty();
        assertThat(names("outcome=REFUSED&kind=party")).isEmpty();
        assertThat(names("kind=party&from=2099-01-01")).isEmpty();
        assertThat(names("kind=party&channel=ROUTE")).isEmpty();
        assertThat(names("kind=party&channel=PAGE")).isNotEmpty();
        assertThat(names("kind=party&who=nobody of this name")).isEmpty();
        assertThat(names("kind=party&limit=1")).hasSize(1);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        List<String> all = ids("record=" + party.value());
        String first = text("/api/v1/audit-trail?limit=2&record=" + party.value());
        String next = JsonPath.read(first, "$.next");
        List<String> second = ids("limit=200&after=" + next + "&record=" + party.value());
        assertThat(JsonPath.<List<String>>read(first, "$.items[*].id")).containsExactlyElementsOf(all.subList(0, 2));
        assertThat(second).containsExactlyElementsOf(all.subList(2, all.size()));
    }

    @Test
    void theFileHoldsWhatTheListShows() {
        assertThat(text("/lists/audit-trail/export.csv?kind=party"))
                .contains("Business partner", "Is a customer: yes → no");
        assertThat(auditor.ask(get("/lists/audit-trail/export.xlsx?kind=party")).getContentAsByteArray())
                .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aLineShowsOldAndNewValuesAndWhatHappenedBesideIt() {
        TrailRecord changed =
                ours.as(() -> records.history(new Subject("party", party.value()), null, 50)).items().stream()
                        .filter(line -> "party.party".equals(line.record())
                                && line.event().equals("record-changed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(changed.changes())
                .contains(
                        new FieldChange("customer", "true", "false", FieldChange.Told.PLAIN),
                        new FieldChange(
                                "name", "Jan Kowalski Usługi", "Jan Kowalski Remonty", FieldChange.Told.PERSONAL));
        assertThat(auditor.page(get("/audit-trail/" + changed.id()), "en"))
                .contains("Jan Kowalski Usługi", "Jan Kowalski Remonty", "In the same transaction", "Is a customer")
                .doesNotContain("Refused");
    }

    @Test
    void namesStandBesideTheIdsTheTrailKeeps() {
        ours.run(() -> StandardRoles.all().forEach(defineRole::define));
        UUID person = ours.as(() -> registerUser.register(
                new UserDraft("u" + UUID.randomUUID(), "Zofia Zielińska", "a long password", "pl", Set.of("auditor"))));
        String history = "/audit-trail/records/user/" + person;
        assertThat(auditor.page(get(history), "en"))
                .contains("<b>Zofia Zielińska</b>", person.toString(), "– → Auditor");
        assertThat(auditor.page(get(history), "pl")).contains("– → Audytor");
        assertThat(text("/api/v1/audit-trail?record=" + person))
                .as("the data themselves name people by id")
                .contains(person.toString());

        ours.asPerson(person, () -> {
            change.change(party, parties.byId(party).orElseThrow().version(), draft("Firma Zofii", false));
            return null;
        });
        String byHer = "/audit-trail?event=party-changed";
        assertThat(auditor.page(get(byHer), "en")).contains("Zofia Zielińska");
        clock.advance(Duration.ofDays(365 * 7L));
        ours.run(() -> dispose.dispose(new Subject("user", person), "She asked for it"));
        assertThat(auditor.page(get(history), "en")).doesNotContain("Zofia");
        assertThat(auditor.page(get(byHer), "en"))
                .doesNotContain("Zofia Zielińska")
                .contains(person.toString());
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void theHistoryOfARecordHoldsEventsAndChanges() {
        assertThat(auditor.page(get("/audit-trail/records/party/" + party.value()), "pl"))
                .contains("Jan Kowalski Usługi", "Jan Kowalski Remonty", "Numer", "Historia")
                .doesNotContain("Odmówiono");
        assertThat(auditor.ask(get("/audit-trail/records/party/" + UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aReasonGivenToAUseCaseStandsWithItsEvents() {
        ours.asPerson(accountant, () -> hold.place(new Subject("party", party.value()), " Lawsuit 12/2026 "));
        assertThat(ours.as(() -> records.history(new Subject("party", party.value()), null, 5))
                        .items())
                .first()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("Lawsuit 12/2026"));
        assertThat(text("/api/v1/audit-trail?event=party-changed")).doesNotContain("Lawsuit");
    }

    @Test
    void onlyThoseWithTheDutyReadItAndOnlyOfTheirCompany() {
        TestReader colleague = TestReader.of(mvc, ours, accountant, EnumSet.complementOf(EnumSet.of(Duty.VIEW_AUDIT)));
        for (String door : List.of(
                "/audit-trail",
                "/audit-trail/records/party/" + party.value(),
                "/api/v1/audit-trail",
                "/lists/audit-trail/export.csv")) {
            assertThat(colleague.ask(get(door)).getStatus()).as(door).isEqualTo(403);
        }
        TestReader stranger = TestReader.of(
                mvc, companies.create(), UUID.randomUUID(), Set.of(Duty.VIEW_AUDIT, Duty.BELONG_TO_COMPANY));
        assertThat(stranger.ask(get("/audit-trail/" + ids("kind=party").get(0))).getStatus())
                .isEqualTo(404);
        assertThat(new String(
                        stranger.ask(get("/api/v1/audit-trail?record=" + party.value()))
                                .getContentAsByteArray(),
                        StandardCharsets.UTF_8))
                .contains("\"items\":[]");
    }

    private PartyDraft draft(String name, boolean customer) {
        return new PartyDraft(name, List.of("5260250274"), ADDRESS, true, customer);
    }

    private List<String> names(String query) {
        return JsonPath.read(text("/api/v1/audit-trail?" + query), "$.items[?(@.record != 'party.tax-id')].event");
    }

    private List<String> ids(String query) {
        return JsonPath.read(text("/api/v1/audit-trail?" + query), "$.items[*].id");
    }

    private String text(String address) {
        return new String(auditor.ask(get(address)).getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
