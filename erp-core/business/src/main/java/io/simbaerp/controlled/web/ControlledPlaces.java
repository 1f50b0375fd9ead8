package io.simbaerp.controlled.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.controlled.reading.Readings;
import io.simbaerp.page.HomeCard;
import io.simbaerp.page.NavigationCount;
import io.simbaerp.page.NavigationEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Controlled documents in the menu, and on the home page what the reader still has to read. */
@Configuration(proxyBeanMethods = false)
class ControlledPlaces {

    private static final int ON_HOME = 5;

    @Bean
    NavigationEntry controlledEntry() {
        return new NavigationEntry(
                "controlled.navigation",
                "/controlled-documents",
                Duty.BELONG_TO_COMPANY,
                "book",
                NavigationEntry.Group.WORK,
                60,
                null);
    }

    /** How many wait for the reader. */
    record ToReadCount(Readings readings) implements NavigationCount {

        @Override
        public String path() {
            return "/controlled-documents";
        }

        @Override
        public int count() {
            return readings.count();
        }
    }

    @Bean
    NavigationCount controlledToRead(Readings readings) {
        return new ToReadCount(readings);
    }

    /** What waits, the most urgent first. */
    record Waiting(List<Readings.ToRead> rows, boolean more) {}

    /** The card of the home page. */
    record ToReadCard(Readings readings) implements HomeCard {

        @Override
        public Duty duty() {
            return Duty.BELONG_TO_COMPANY;
        }

        @Override
        public Place place() {
            return Place.SIDE;
        }

        @Override
        public int order() {
            return 7;
        }

        @Override
        public String template() {
            return "controlled/home-card";
        }

        @Override
        public Record model() {
            List<Readings.ToRead> all = readings.mine();
            return new Waiting(all.subList(0, Math.min(ON_HOME, all.size())), all.size() > ON_HOME);
        }
    }

    @Bean
    HomeCard controlledCard(Readings readings) {
        return new ToReadCard(readings);
    }
}
