package io.simbaerp.workflow.desk;

import static io.simbaerp.workflow.desk.DeskCompany.CODER;
import static io.simbaerp.workflow.desk.DeskCompany.items;
import static io.simbaerp.workflow.desk.DeskCompany.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk grouped by what people choose, with counts, and kept so in a view that others see. */
@ModuleTest
class GroupedDeskModuleTest {

    @Autowired
    DeskCompany desk;

    private TestCompany company;
    private UUID anna;
    private TestReader reader;

    @BeforeEach
    void makeCompany() {
        company = desk.create();
        anna = desk.person(company, "accountant", "Anna");
        reader = desk.reader(company, anna, CODER);
    }

    @Test
    void groupsCarryWhatTheyHaveInCommonAndHowManyThereAre() {
        List<UUID> tasks = tasks(3);
        ok(reader, post("/api/v1/tasks/" + tasks.get(1) + "/claim"));
        String people = reader.page(get("/tasks?view=all&group=with"), "en");
        assertThat(people).contains("nobody · 2", "Me · 1").containsOnlyOnce("nobody · 2");
        assertThat(reader.page(get("/tasks?view=all&group=with"), "pl")).contains("Grupuj: Osoba", "nikogo · 2");
        assertThat(reader.page(get("/tasks?view=all&group=due-day"), "en")).contains("Tue 24.11.2026 · 3");
        assertThat(reader.page(get("/tasks?view=all&group=party"), "en")).contains(" · 3");
        assertThat(reader.page(get("/tasks?view=all&group=process"), "en")).contains("EngineTrial · 3");
        assertThat(reader.page(get("/tasks?view=all"), "en"))
                .contains("Within a week", "/tasks?view=all&amp;group=party");
        assertThat(reader.ask(get("/tasks?view=all&group=secret")).getStatus()).isEqualTo(422);
    }

    @Test
    void pagesOfGroupsFollowEachOtherWithoutGapOrRepeat() {
        List<UUID> tasks = tasks(7);
        for (int at = 0; at < tasks.size(); at += 2) {
            ok(reader, post("/api/v1/tasks/" + tasks.get(at) + "/claim"));
        }
        for (String sort : List.of("due", "-due", "party", "-amount")) {
            List<String> seen = new ArrayList<>();
            String after = null;
            do {
                var request = get("/api/v1/tasks?limit=2&view=all&group=with&sort=" + sort);
                String page = ok(reader, after == null ? request : request.param("after", after));
                seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
                after = page.contains("\"next\"") ? JsonPath.read(page, "$.next") : null;
            } while (after != null);
            assertThat(seen)
                    .as(sort)
                    .containsExactlyInAnyOrderElementsOf(
                            tasks.stream().map(UUID::toString).toList());
            assertThat(seen.subList(3, 7))
                    .as("nobody's come first, then Anna's")
                    .containsExactlyInAnyOrder(
                            tasks.get(0).toString(),
                            tasks.get(2).toString(),
                            tasks.get(4).toString(),
                            tasks.get(6).toString());
        }
        String next = JsonPath.read(ok(reader, get("/api/v1/tasks?limit=2&view=all&group=with")), "$.next");
        assertThat(reader.ask(get("/api/v1/tasks?limit=2&view=all").param("after", next))
                        .getStatus())
                .as("a place in groups is none without them")
                .isEqualTo(422);
    }

    @Test
    void aSharedViewKeepsGroupingSortingAndColumnsUnderItsOwnersName() {
        tasks(1);
        reader.ask(post("/lists/tasks/views")
                .param("name", "By supplier")
                .param("query", "view=group&sort=-amount&group=party")
                .param("sharedWith", "CODE_INVOICE")
                .param("columns", "task,amount"));
        UUID jan = desk.person(company, "accountant", "Jan");
        TestReader other = desk.reader(company, jan, CODER);
        String opened = other.page(get("/tasks?view=group&sort=-amount&group=party&columns=task,amount"), "en");
        assertThat(opened)
                .contains("By supplier", "shared by Anna", " · 1")
                .containsPattern("<summary[^>]*><span class=\"cut\">By supplier</span>")
                .doesNotContain("sort=due\"", "<th class=\"w-due");
        assertThat(other.page(get("/tasks?view=group"), "pl")).contains("udostępnia Anna");
    }

    @Test
    void groupingAsksOneStatementMoreHoweverManyGroupsThereAre() {
        tasks(2);
        int plain = statements("");
        int few = statements("&group=with");
        assertThat(few).isEqualTo(plain + 1);
        for (String id : items(reader, "view=all")) {
            ok(reader, post("/api/v1/tasks/" + id + "/claim"));
        }
        tasks(4);
        assertThat(statements("&group=with")).isEqualTo(few);
    }

    private int statements(String grouping) {
        return CountedStatements.of(() -> reader.page(get("/tasks?view=all" + grouping), "en"));
    }

    private List<UUID> tasks(int count) {
        List<UUID> tasks = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            tasks.add(desk.task(company, desk.document(company)));
        }
        return tasks;
    }
}
