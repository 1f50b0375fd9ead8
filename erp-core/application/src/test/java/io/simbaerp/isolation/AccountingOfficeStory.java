package io.simbaerp.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.PageUser;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.StoryTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Somebody works for two companies: in one at a time, and looks at what waits in both. */
@StoryTest
class AccountingOfficeStory {

    @Autowired
    ApplicationContext application;

    private Office office;
    private PageUser director;

    @BeforeEach
    void open() {
        office = Office.of(application);
        director = office.ours().session("director");
        choose(office.ours());
    }

    @Test
    void theSessionWorksInTheChosenCompanyAndTheNextOneBeginsThere() {
        assertThat(director.get("/documents?text=" + office.theirs().mark()).text())
                .doesNotContain("/documents/0");

        choose(office.theirs());

        assertThat(director.get("/documents?text=" + office.theirs().mark()).text())
                .contains(office.theirs().mark() + ".txt");
        PageUser later = office.ours().session("director");
        assertThat(later.get("/more").text()).contains(office.theirs().mark() + " Biuro");
        choose(office.ours());
        assertThat(later.get("/more").text()).contains(office.theirs().mark() + " Biuro");
    }

    @Test
    void aFormOfAnotherCompanyIsRefusedInWordsAndChangesNothing() throws SQLException {
        choose(office.theirs());
        Map<String, String> before = office.theirHoldings().digest();

        PageUser.Answer answer = director.post(
                "/lists/documents/views",
                Map.of(
                        "_company", List.of(office.ours().id().toString()),
                        "name", List.of("Made in the other company"),
                        "query", List.of("text=x")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .contains(office.ours().mark() + " Biuro", office.theirs().mark() + " Biuro", "Nothing was changed");
        assertThat(Office.differences(before, office.theirHoldings().digest())).isEmpty();
    }

    @Test
    void everyFormCarriesItsCompany() {
        assertThat(director.get("/documents").text())
                .contains("name=\"_company\" value=\"" + office.ours().id() + "\"");
    }

    @Test
    void onePageTellsWhatWaitsInEveryCompany() {
        String page = director.get("/companies").text();
        assertThat(page).contains(office.ours().taxId(), office.theirs().taxId());
        assertThat(director.get("/companies/menu?text=" + office.theirs().taxId())
                        .text())
                .contains(office.theirs().mark())
                .doesNotContain(office.ours().mark());
        assertThat(office.ours().session("accountant").get("/companies").text())
                .contains(office.ours().taxId())
                .doesNotContain(office.theirs().taxId());
    }

    @Test
    void tasksOfAllCompaniesAreAskedCompanyByCompanyAndMerged() {
        RestUser rest = office.ours().rest("director");
        JsonNode companies = rest.get("/api/v1/companies").expect(200).body().path("items");
        assertThat(companies).hasSize(2);

        JsonNode merged = rest.get("/api/v1/companies/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body();
        List<String> names = StreamSupport.stream(merged.path("items").spliterator(), false)
                .map(item -> item.path("companyTaxId").asString())
                .distinct()
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrder(
                        office.ours().taxId(), office.theirs().taxId());
        int alone = rest.get("/api/v1/tasks?view=all&state=open&limit=200")
                .expect(200)
                .body()
                .path("items")
                .size();
        assertThat(merged.path("items").size()).isGreaterThan(alone);
        assertThat(office.ours()
                        .rest("everybody")
                        .get("/api/v1/companies/tasks?view=all&state=open&limit=200")
                        .text())
                .doesNotContain(office.theirs().id().toString());
    }

    @Test
    void thePageOfAllTasksOpensEachInItsOwnCompany() {
        String page = director.get("/companies/tasks").text();
        assertThat(page)
                .contains(office.ours().mark() + " Biuro", office.theirs().mark() + " Biuro", "Tasks of all companies");
        Matcher there = Pattern.compile("action=\"/companies/" + office.theirs().id()
                        + "\"[^§]{0,500}?name=\"task\" value=\"([0-9a-f-]{36})\"")
                .matcher(page);
        assertThat(there.find()).as("a task of the other company").isTrue();
        assertThat(director.get("/tasks/" + there.group(1)).status())
                .as("not from here")
                .isEqualTo(404);

        PageUser.Answer chosen =
                director.post("/companies/" + office.theirs().id(), Map.of("task", List.of(there.group(1))));

        assertThat(chosen.location()).endsWith("/tasks/" + there.group(1));
        assertThat(director.get("/tasks/" + there.group(1)).status()).isEqualTo(200);
        choose(office.ours());
        assertThat(office.ours().session("accountant").get("/companies/tasks").text())
                .doesNotContain(office.theirs().mark());
        assertThat(director.get("/companies/tasks?view=mine").status()).isEqualTo(200);
    }

    private void choose(Twin twin) {
        assertThat(director.post("/companies/" + twin.id(), Map.of()).status()).isEqualTo(302);
    }
}
