package io.simbaerp.task.web;

import io.simbaerp.identity.choice.OwnCompanies;
import io.simbaerp.task.Tasks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of an accounting office: each company of the person is asked for itself, and the answers are merged. */
@RestController
@RequestMapping("/api/v1/companies/tasks")
class OfficeTaskResource {

    private static final int MOST = 200;

    private final OwnCompanies companies;
    private final Tasks tasks;
    private final TaskTexts texts;

    OfficeTaskResource(OwnCompanies companies, Tasks tasks, TaskTexts texts) {
        this.companies = companies;
        this.tasks = tasks;
        this.texts = texts;
    }

    /** A task with the company it belongs to; its tax id is what the header Simba-Company takes to work on it. */
    record OfficeTaskJson(UUID companyId, String companyName, String companyTaxId, TaskJson task) {}

    /**
     * The first tasks of all companies, those due first.
     *
     * @param complete whether these are all there are; one company alone tells the rest in pages
     */
    record OfficeTasksJson(List<OfficeTaskJson> items, boolean complete) {}

    /** Takes the filters and the search of the task list, which each company answers for itself. */
    @GetMapping
    OfficeTasksJson list(
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<OfficeTaskJson> all = companies
                .inEach(company -> tasks.page(asked, MOST).items().stream()
                        .map(task ->
                                new OfficeTaskJson(company.id(), company.name(), company.taxId(), texts.json(task)))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                        each -> Objects.requireNonNullElse(each.task().dueAt(), Instant.MAX)))
                .toList();
        return new OfficeTasksJson(all.stream().limit(most).toList(), all.size() <= most);
    }
}
