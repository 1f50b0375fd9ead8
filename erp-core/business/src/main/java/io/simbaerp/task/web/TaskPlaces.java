package io.simbaerp.task.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.page.HomeCard;
import io.simbaerp.page.NavigationCount;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.page.NextWork;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.Tasks;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk is found: in the menu with how much waits, and on the home page with what is most pressing. */
@Configuration(proxyBeanMethods = false)
class TaskPlaces {

    private static final int ON_HOME = 8;

    @Bean
    NavigationEntry taskNavigation() {
        return new NavigationEntry(
                "task.navigation", "/tasks", Duty.WORK_ON_TASK, "list", NavigationEntry.Group.WORK, 10, "t");
    }

    @Bean
    NavigationCount taskCount(Tasks tasks) {
        return new NavigationCount() {
            @Override
            public String path() {
                return "/tasks";
            }

            @Override
            public int count() {
                return tasks.list(TaskSelection.open(TaskSelection.View.MINE, 99))
                        .items()
                        .size();
            }
        };
    }

    @Bean
    NextWork nextTask(Tasks tasks, TaskTexts texts, Permission permission) {
        return new NextWork() {
            @Override
            public Optional<String> address() {
                return waiting() == 0 ? Optional.empty() : Optional.of("/tasks/next");
            }

            @Override
            public Optional<String> sentence() {
                return permission.has(Duty.WORK_ON_TASK)
                        ? Optional.of(texts.text("task.home-sentence", "", waiting()))
                        : Optional.empty();
            }

            private int waiting() {
                return permission.has(Duty.WORK_ON_TASK) ? tasks.counts().getOrDefault(TaskSelection.View.MINE, 0) : 0;
            }
        };
    }

    /** The most pressing tasks. */
    record Pressing(List<TaskPages.Row> rows, boolean more) {}

    @Bean
    HomeCard taskCard(Tasks tasks, TaskPages pages) {
        return new HomeCard() {
            @Override
            public Duty duty() {
                return Duty.WORK_ON_TASK;
            }

            @Override
            public Place place() {
                return Place.MAIN;
            }

            @Override
            public int order() {
                return 10;
            }

            @Override
            public String template() {
                return "task/home-card";
            }

            @Override
            public Record model() {
                var list = tasks.list(TaskSelection.open(TaskSelection.View.MINE, ON_HOME));
                return new Pressing(pages.rows(list), list.next() != null);
            }
        };
    }
}
