package io.simbaerp.task.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.page.HomeCard;
import io.simbaerp.page.NavigationCount;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.page.NextWork;
import io.simbaerp.task.Tasks;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the desk is found: in the menu with how much waits, and on the home page with what is most pressing. */
@Configuration(proxyBeanMethods = false)
class TaskPlaces {

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
                return Math.min(99, tasks.due().size());
            }
        };
    }

    @Bean
    NextWork nextTask(Tasks tasks, TaskHome home, Permission permission) {
        return new NextWork() {
            @Override
            public Optional<String> address() {
                return !permission.has(Duty.WORK_ON_TASK) || tasks.due().isEmpty()
                        ? Optional.empty()
                        : Optional.of("/tasks/next");
            }

            @Override
            public Optional<String> sentence() {
                return permission.has(Duty.WORK_ON_TASK) ? Optional.of(home.sentence()) : Optional.empty();
            }
        };
    }

    @Bean
    HomeCard taskCard(TaskHome home) {
        return new Card(HomeCard.Place.MAIN, 10, "task/home-card", home::pressing);
    }

    @Bean
    HomeCard waitingCard(TaskHome home) {
        return new Card(HomeCard.Place.MAIN, 20, "task/waiting-card", home::waiting);
    }

    /** A card for whoever works on tasks. */
    private record Card(HomeCard.Place place, int order, String template, Supplier<? extends Record> shown)
            implements HomeCard {

        @Override
        public Duty duty() {
            return Duty.WORK_ON_TASK;
        }

        @Override
        public Record model() {
            return shown.get();
        }
    }
}
