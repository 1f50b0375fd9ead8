package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.simbaerp.architecture.Duty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The row of things each of the five daily lists must have, read from their definitions. */
@ModuleTest
class WhatEveryListOffersModuleTest {

    private static final Set<String> DAILY = Set.of("documents", "tasks", "parties", "open-items", "payment-runs");

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestCompanies companies;

    @Autowired
    List<ListSource> sources;

    @Autowired
    MessageSource messages;

    @Test
    void everyDailyListIsHere() {
        assertThat(byKey().keySet()).containsAll(DAILY);
    }

    @ParameterizedTest
    @CsvSource({"documents, 2", "tasks, 2", "parties, 3", "open-items, 1", "payment-runs, 4"})
    void aDailyListIsSearchedFilteredSortedChosenFromAndActedOn(String key, int actions) {
        ListSource source = byKey().get(key);
        ListDescriptor list = source.descriptor();
        assertThat(list.search()).as("search").isNotNull();
        assertThat(list.filters()).as("filters").hasSizeGreaterThanOrEqualTo(3);
        assertThat(list.columns().stream().filter(column -> column.sort() != null))
                .as("columns to sort by")
                .isNotEmpty();
        assertThat(list.columns()).as("columns to choose from").hasSizeGreaterThanOrEqualTo(6);
        assertThat(source.actions()).as("bulk actions").hasSizeGreaterThanOrEqualTo(actions);
        for (BulkAction action : source.actions()) {
            for (String word : List.of("bulk.", "bulk-text.", "bulk-will.", "bulk-done.")) {
                for (String language : List.of("en", "pl")) {
                    assertThat(messages.getMessage(
                                    list.words() + "." + word + action.key(),
                                    null,
                                    "??",
                                    Locale.forLanguageTag(language)))
                            .as(list.words() + "." + word + action.key() + " in " + language)
                            .doesNotContain("??");
                }
            }
        }
    }

    @Test
    void aDailyListHasItsPageItsViewsAndItsFiles() {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        TestCompany company = companies.create();
        TestReader reader = TestReader.of(mvc, company, UUID.randomUUID(), EnumSet.allOf(Duty.class));
        for (String key : DAILY) {
            String page = reader.page(get(byKey().get(key).descriptor().path()), "pl");
            assertThat(page)
                    .as(key)
                    .contains(
                            "action=\"/lists/" + key + "/views\"",
                            "action=\"/lists/" + key + "/columns\"",
                            "/lists/" + key + "/export.csv",
                            "/lists/" + key + "/export.xlsx");
            assertThat(reader.ask(get("/lists/" + key + "/export.csv")).getStatus())
                    .as(key)
                    .isEqualTo(200);
            assertThat(reader.ask(get("/lists/" + key + "/export.xlsx")).getContentAsByteArray())
                    .as(key)
                    .startsWith('P', 'K');
        }
    }

    private Map<String, ListSource> byKey() {
        return sources.stream()
                .collect(Collectors.toMap(each -> each.descriptor().key(), Function.identity()));
    }
}
