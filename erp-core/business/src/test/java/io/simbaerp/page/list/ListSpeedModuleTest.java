package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Acting;
import io.simbaerp.page.Page;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Twenty thousand documents of one company: every page is read from an index, however it is sorted. */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListSpeedModuleTest {

    private static final int MANY = 20_000;

    @Autowired
    TestCompanies companies;

    @Autowired
    TestDatabase database;

    @Autowired
    Lists lists;

    @Autowired
    ListSql sql;

    private TestCompany ours;

    @BeforeAll
    void fill() throws SQLException {
        ours = companies.create();
        ManyDocuments.fill(database, ours, MANY);
    }

    @Test
    void everySortedColumnIsReadFromItsIndexOnTheFirstPageAndDeepInside() {
        ListDescriptor list = ours.as(() -> lists.source("documents")).descriptor();
        for (ListColumn column : list.columns()) {
            if (column.sort() != null) {
                for (String order : List.of(column.key(), "-" + column.key())) {
                    MultiValueMap<String, String> asked = asked("sort", order);
                    assertThat(plan(list, asked))
                            .as(order)
                            .anyMatch(line -> line.contains("Index"))
                            .noneMatch(line ->
                                    line.contains("Seq Scan") || line.trim().startsWith("Sort"));
                    asked.add(
                            "after",
                            ours.as(() -> lists.ids("documents", asked, 200)).next());
                    assertThat(plan(list, asked))
                            .as("%s, further on", order)
                            .anyMatch(line -> line.contains("Index Cond")
                                    && line.contains(column.sort().sql().replace("d.", "")))
                            .noneMatch(line ->
                                    line.contains("Seq Scan") || line.trim().startsWith("Sort"));
                }
            }
        }
    }

    @Test
    void aStateIsReadFromItsIndex() {
        ListDescriptor list = ours.as(() -> lists.source("documents")).descriptor();
        assertThat(plan(list, asked("state", "REJECTED"))).anyMatch(line -> line.contains("document_by_state"));
    }

    @Test
    void aSearchReadsTheIndexOfWordsBehindTheWall() throws SQLException {
        try (Connection owner = database.connect(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select set_config('simba.company', '" + ours.id().value() + "', true)");
            List<String> plan = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    explain (costs off) select distinct w.id from document.document_word w
                     where w.company_id = simba.current_company() and w.word >= 'fv177' and w.word < 'fv177' || U&'\\+10FFFD'""")) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
            assertThat(plan).anyMatch(line -> line.contains("Index Cond") && line.contains("word >= 'fv177'"));
        }
        Page<UUID> found = ours.as(() -> lists.ids("documents", asked("text", "17777"), 10));
        assertThat(found.items()).hasSize(1);
        assertThat(found.next()).isNull();
    }

    private List<String> plan(ListDescriptor list, MultiValueMap<String, String> asked) {
        ListRequest request = ListRequest.of(list, asked);
        return ours.inTransaction(() -> {
            Acting acting = ours.currentActor().get();
            return sql.bind("explain (costs off) " + sql.text(list, request, list.columns(), 51), request, acting)
                    .param("limit", 51)
                    .query(String.class)
                    .list();
        });
    }

    private static MultiValueMap<String, String> asked(String name, String value) {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add(name, value);
        return asked;
    }
}
