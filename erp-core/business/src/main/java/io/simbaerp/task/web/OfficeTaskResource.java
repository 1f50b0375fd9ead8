package io.simbaerp.task.web;

import java.util.List;
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

    private final OfficeTasks officeTasks;
    private final TaskTexts texts;

    OfficeTaskResource(OfficeTasks officeTasks, TaskTexts texts) {
        this.officeTasks = officeTasks;
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
        OfficeTasks.Merged merged = officeTasks.merged(asked).first(Math.max(1, Math.min(limit, OfficeTasks.MOST)));
        return new OfficeTasksJson(
                merged.tasks().stream()
                        .map(one -> new OfficeTaskJson(
                                one.company().id(),
                                one.company().name(),
                                one.company().taxId(),
                                texts.json(one.task())))
                        .toList(),
                merged.complete());
    }
}
