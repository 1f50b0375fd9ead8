package io.simbaerp.task.web;

import io.simbaerp.identity.choice.OwnCompanies;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Asks each company of the reader for its tasks, one after the other, and merges the answers. */
@Component
class OfficeTasks {

    /** As many of one company are merged; the company alone tells the rest in pages. */
    static final int MOST = 200;

    private final OwnCompanies companies;
    private final Tasks tasks;

    OfficeTasks(OwnCompanies companies, Tasks tasks) {
        this.companies = companies;
        this.tasks = tasks;
    }

    /** A task and whose it is. */
    record OfficeTask(OwnCompanies.OwnCompany company, TaskView task) {}

    /**
     * The tasks of all companies, those due first.
     *
     * @param complete whether no company has more
     */
    record Merged(List<OfficeTask> tasks, int companies, boolean complete) {

        /** The first of them. */
        Merged first(int most) {
            return new Merged(tasks.stream().limit(most).toList(), companies, complete && tasks.size() <= most);
        }
    }

    Merged merged(MultiValueMap<String, String> asked) {
        List<List<OfficeTask>> each = companies.inEach(company -> tasks.page(asked, MOST).items().stream()
                .map(task -> new OfficeTask(company, task))
                .toList());
        List<OfficeTask> all = each.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                        one -> Objects.requireNonNullElse(one.task().dueAt(), Instant.MAX)))
                .toList();
        return new Merged(all, each.size(), each.stream().allMatch(tasksOfOne -> tasksOfOne.size() < MOST));
    }
}
