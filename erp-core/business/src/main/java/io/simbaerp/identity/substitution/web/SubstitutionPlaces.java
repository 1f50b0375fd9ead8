package io.simbaerp.identity.substitution.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.identity.substitution.SubstitutionView;
import io.simbaerp.identity.substitution.Substitutions;
import io.simbaerp.page.HomeCard;
import io.simbaerp.page.NavigationEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Substitutions in the menu, and on the home page for whom the reader may act today. */
@Configuration(proxyBeanMethods = false)
class SubstitutionPlaces {

    @Bean
    NavigationEntry substitutionEntry() {
        return new NavigationEntry(
                "substitution.title",
                "/substitutions",
                Duty.BELONG_TO_COMPANY,
                "users",
                NavigationEntry.Group.CONTROL,
                78,
                null);
    }

    @Bean
    HomeCard substitutionCard(Substitutions substitutions, CurrentActor currentActor) {
        return new HomeCard() {
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
                return 5;
            }

            @Override
            public String template() {
                return "identity/substitution-card";
            }

            @Override
            public Record model() {
                List<SubstitutionView> open =
                        currentActor.get().onBehalfOf() == null ? substitutions.open() : List.of();
                return new SubstitutionController.Card(open);
            }
        };
    }
}
