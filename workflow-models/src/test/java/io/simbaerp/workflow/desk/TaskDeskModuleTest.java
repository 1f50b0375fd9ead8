package io.simbaerp.workflow.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The task desk with real tasks of a real process, through its pages and through REST. */
@ModuleTest
class TaskDeskModuleTest {

    private static final Set<Duty> CODER = Set.of(Duty.WORK_ON_TASK, Duty.CODE_INVOICE, Duty.BELONG_TO_COMPANY);

    @Autowired
    TestCompanies companies;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private final MockMvc web;
    private final UUID anna = UUID.randomUUID();
    private final UUID jan = UUID.randomUUID();
    private TestCompany company;

    @Autowired
    TaskDeskModuleTest(WebApplicationContext context) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @BeforeEach
    void makeCompany() {
        company = companies.create();
    }

    @Test
    void restShowsWhatATaskIsAndWhyItIsTheReaders() {
        UUID document = start();
        String list = ok(anna, get("/api/v1/tasks?document=" + document + "&state=open&view=all"));

        assertThat(JsonPath.<String>read(list, "$.items[0].key")).isEqualTo("Task_Decide");
        assertThat(JsonPath.<String>read(list, "$.items[0].documentId")).isEqualTo(document.toString());
        assertThat(JsonPath.<List<String>>read(list, "$.items[0].candidateDuties"))
                .containsExactly("CODE_INVOICE");
        assertThat(JsonPath.<List<String>>read(list, "$.items[0].outcomes")).containsExactly("go", "stop");
        assertThat(JsonPath.<String>read(list, "$.items[0].contentHash")).isEqualTo("hash-1");
        assertThat(JsonPath.<String>read(list, "$.items[0].amount.amount")).isEqualTo("12345.67");
        assertThat(JsonPath.<String>read(list, "$.items[0].amount.currency")).isEqualTo("PLN");
        assertThat(JsonPath.<String>read(list, "$.items[0].dueAt")).isEqualTo("2026-11-24T15:00:00Z");
        assertThat(JsonPath.<String>read(list, "$.items[0].why")).contains("code invoices");

        String one = ok(anna, get("/api/v1/tasks/" + id(document)));
        assertThat(JsonPath.<String>read(one, "$.fields[0].key")).isEqualTo("trial.field");
        assertThat(JsonPath.<String>read(one, "$.fields[0].value")).isEqualTo("shown");
    }

    @Test
    void whoMayNotTakeATaskIsToldThereIsNone() {
        UUID document = start();
        UUID task = id(document);
        Set<Duty> manager = Set.of(Duty.WORK_ON_TASK, Duty.APPROVE_INVOICE);
        assertThat(call(jan, manager, get("/api/v1/tasks/" + task)).getStatus()).isEqualTo(404);
        assertThat(call(jan, manager, post("/api/v1/tasks/" + task + "/claim")).getStatus())
                .isEqualTo(404);
        assertThat(call(jan, manager, complete(task, "{\"outcome\":\"go\"}")).getStatus())
                .isEqualTo(404);
        assertThat(call(jan, manager, get("/tasks/" + task)).getStatus()).isEqualTo(404);
        assertThat(call(jan, Set.of(Duty.CODE_INVOICE), get("/api/v1/tasks")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void aTaskOfAnotherCompanyDoesNotExist() {
        UUID task = id(start());
        company = companies.create();
        assertThat(call(anna, CODER, get("/api/v1/tasks/" + task)).getStatus()).isEqualTo(404);
    }

    @Test
    void aTakenTaskIsAConflictForOthers() {
        UUID document = start();
        UUID task = id(document);
        ok(anna, post("/api/v1/tasks/" + task + "/claim"));
        ok(anna, post("/api/v1/tasks/" + task + "/claim"));

        MockHttpServletResponse refused = call(jan, CODER, post("/api/v1/tasks/" + task + "/claim"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(JsonPath.<String>read(text(refused), "$.rule")).isEqualTo("task.taken");
        assertThat(call(jan, CODER, complete(task, "{\"outcome\":\"go\"}")).getStatus())
                .isEqualTo(409);
        assertThat(items(jan, "/api/v1/tasks?view=mine")).isEmpty();
        assertThat(items(jan, "/api/v1/tasks?view=group")).containsExactly(task.toString());

        ok(anna, post("/api/v1/tasks/" + task + "/release"));
        ok(jan, complete(task, "{\"outcome\":\"stop\"}"));
        assertThat(items(jan, "/api/v1/tasks?state=done&view=mine")).containsExactly(task.toString());
        assertThat(items(anna, "/api/v1/tasks?state=done&view=mine")).isEmpty();
    }

    @Test
    void aDecidedTaskIsDecidedOnce() {
        UUID task = id(start());
        String done = ok(anna, complete(task, "{\"outcome\":\"go\"}"));
        assertThat(JsonPath.<String>read(done, "$.state")).isEqualTo("DONE");
        assertThat(JsonPath.<String>read(done, "$.outcome")).isEqualTo("go");
        assertThat(call(anna, CODER, complete(task, "{\"outcome\":\"go\"}")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void aDecisionOnOtherContentThanTheReaderSawIsAConflict() {
        UUID task = id(start());
        MockHttpServletResponse refused =
                call(anna, CODER, complete(task, "{\"outcome\":\"go\",\"contentHash\":\"hash-0\"}"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(JsonPath.<String>read(text(refused), "$.rule")).isEqualTo("task.content-changed");
        ok(anna, complete(task, "{\"outcome\":\"go\",\"contentHash\":\"hash-1\"}"));
    }

    @Test
    void anOutcomeNotOfferedIsRefused() {
        UUID task = id(start());
        assertThat(call(anna, CODER, complete(task, "{\"outcome\":\"explode\"}"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(call(anna, CODER, complete(task, "{}")).getStatus()).isEqualTo(422);
        assertThat(call(anna, CODER, get("/api/v1/tasks?view=everybodys")).getStatus())
                .isEqualTo(422);
        assertThat(call(anna, CODER, get("/api/v1/tasks?after=nonsense")).getStatus())
                .isEqualTo(422);
    }

    @Test
    void pagesOfAListFollowEachOtherWithoutGapOrRepeat() {
        List<String> started = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            started.add(id(start()).toString());
        }
        for (String view : List.of("mine", "group", "all")) {
            List<String> seen = new ArrayList<>();
            String after = null;
            do {
                MockHttpServletRequestBuilder request = get("/api/v1/tasks?limit=3&view=" + view);
                String page = ok(anna, after == null ? request : request.param("after", after));
                seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
                after = page.contains("\"next\"") ? JsonPath.read(page, "$.next") : null;
            } while (after != null);
            assertThat(seen)
                    .as(view)
                    .containsExactlyInAnyOrderElementsOf(started)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theDeskGroupsTasksByUrgencyInBothLanguages() {
        start();
        String english = ok(anna, get("/tasks").locale(Locale.ENGLISH));
        assertThat(english)
                .contains(
                        "My tasks",
                        "Within a week",
                        "Tue",
                        "T-1",
                        "12&nbsp;345,67".replace("&nbsp;", "\u00a0"),
                        "Claim");
        String polish = ok(anna, get("/tasks").locale(Locale.forLanguageTag("pl")));
        assertThat(polish)
                .contains("Moje zadania", "W ciągu tygodnia", "Przejmij")
                .doesNotContain("??");
        assertThat(english).doesNotContain("??", "style=");
        assertThat(ok(anna, get("/tasks?view=mine&state=done&sort=-due"))).contains("Nothing decided yet");
        assertThat(ok(anna, get("/tasks?view=group"))).contains("T-1");
    }

    @Test
    void theListIsSearchedFilteredAndTakenAlong() {
        UUID task = id(start());
        assertThat(items(anna, "/api/v1/tasks?text=t-1")).containsExactly(task.toString());
        assertThat(items(anna, "/api/v1/tasks?text=nothing")).isEmpty();
        assertThat(items(anna, "/api/v1/tasks?amountFrom=12345.67&amountTo=12345,67&assignee=nobody&due=week"))
                .containsExactly(task.toString());
        assertThat(items(anna, "/api/v1/tasks?amountFrom=12345.68")).isEmpty();
        assertThat(items(anna, "/api/v1/tasks?due=late")).isEmpty();
        assertThat(call(anna, CODER, get("/api/v1/tasks?view=yours")).getStatus())
                .isEqualTo(422);
        assertThat(ok(anna, get("/lists/tasks/export.csv?view=mine").locale(Locale.ENGLISH)))
                .startsWith("\ufeffDue;Task;Party;Document;With;Amount;Currency")
                .contains("T-1;", ";12345,67;PLN")
                .hasLineCount(2);
        Set<Duty> manager = Set.of(Duty.WORK_ON_TASK, Duty.APPROVE_INVOICE, Duty.BELONG_TO_COMPANY);
        assertThat(text(call(jan, manager, get("/lists/tasks/export.csv"))))
                .as("only what the reader may see")
                .hasLineCount(1);
    }

    @Test
    void severalAreClaimedAtOnceEachForItself() {
        UUID free = id(start());
        UUID taken = id(start());
        ok(jan, post("/api/v1/tasks/" + taken + "/claim"));
        String preview = ok(anna, post("/lists/tasks/bulk/claim").param("ids", free.toString(), taken.toString()));
        assertThat(preview).contains("1 of 2 can be done", "will be yours", "taken");
        assertThat(items(anna, "/api/v1/tasks?view=mine&assignee=me")).isEmpty();
        String done = ok(anna, post("/lists/tasks/bulk/claim/run").param("ids", free.toString(), taken.toString()));
        assertThat(done).contains("1 of 2 done.");
        assertThat(items(anna, "/api/v1/tasks?assignee=me")).containsExactly(free.toString());
        assertThat(items(jan, "/api/v1/tasks?assignee=me")).containsExactly(taken.toString());
        assertThat(ok(anna, post("/lists/tasks/bulk/approve").param("ids", free.toString())))
                .contains("0 of 1 can be done", "asks for something else");
    }

    @Test
    void aTaskShowsItsFormWhatItDecidesOnAndWhy() {
        UUID task = id(start());
        String page = ok(anna, get("/tasks/" + task).locale(Locale.ENGLISH));
        assertThat(page)
                .contains("the trial form", "Why me", "code invoices", "value=\"hash-1\"", "name=\"outcome\"")
                .doesNotContain("??", "style=");
        ok(anna, post("/api/v1/tasks/" + task + "/claim"));
        assertThat(ok(jan, get("/tasks/" + task).locale(Locale.ENGLISH)))
                .contains("Taken by")
                .doesNotContain("name=\"outcome\"");
    }

    @Test
    void afterADecisionTheNextTaskOpens() {
        UUID first = id(start());
        UUID second = id(start());
        MockHttpServletResponse decided = call(
                anna,
                CODER,
                post("/tasks/" + first + "/complete").param("outcome", "go").param("contentHash", "hash-1"));
        assertThat(decided.getStatus()).isEqualTo(302);
        assertThat(decided.getRedirectedUrl()).isEqualTo("/tasks/" + second);
        decided = call(anna, CODER, post("/tasks/" + second + "/complete").param("outcome", "stop"));
        assertThat(decided.getRedirectedUrl()).isEqualTo("/tasks");
        assertThat(ok(anna, get("/tasks/" + first))).contains("pill is-good");
    }

    @Test
    void aRefusedDecisionShowsThePageAgainWithItsSentence() {
        UUID task = id(start());
        MockHttpServletResponse refused = call(
                anna,
                CODER,
                post("/tasks/" + task + "/complete").param("outcome", "go").param("comment", "refuse"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("trial.refused", ">refuse</textarea>", "the trial form");
    }

    private UUID start() {
        UUID document = UUID.randomUUID();
        company.asPerson(anna, () -> runtime.createProcessInstanceByKey("EngineTrial")
                .processDefinitionWithoutTenantId()
                .businessKey(document.toString())
                .setVariable("subjectId", document.toString())
                .setVariable("documentId", document.toString())
                .execute());
        return document;
    }

    private UUID id(UUID document) {
        return company.inTransaction(() -> jdbc.sql("select id from task.task where document_id = ?")
                .param(document)
                .query(UUID.class)
                .single());
    }

    private List<String> items(UUID person, String address) {
        return JsonPath.read(ok(person, get(address)), "$.items[*].id");
    }

    private static MockHttpServletRequestBuilder complete(UUID task, String body) {
        return post("/api/v1/tasks/" + task + "/complete")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private String ok(UUID person, MockHttpServletRequestBuilder request) {
        MockHttpServletResponse response = call(person, CODER, request);
        assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
        return text(response);
    }

    private MockHttpServletResponse call(UUID person, Set<Duty> duties, MockHttpServletRequestBuilder request) {
        @Nullable
        MockHttpServletResponse response = company.asPerson(person, duties, () -> {
            try {
                return web.perform(request).andReturn().getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return response;
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
