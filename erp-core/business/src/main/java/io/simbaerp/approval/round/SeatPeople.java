package io.simbaerp.approval.round;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.identity.role.People;
import io.simbaerp.identity.role.PersonView;
import java.util.Optional;
import java.util.UUID;

/** Who is meant by the names that a decision table knows people by. */
@Query(Duty.RUN_PROCESS)
public class SeatPeople {

    private final People people;

    SeatPeople(People people) {
        this.people = people;
    }

    /** Somebody of the company, by the name they sign in with. */
    public Optional<UUID> byLogin(String login) {
        return people.all().stream()
                .filter(person -> person.active() && person.login().equals(login))
                .map(PersonView::id)
                .findFirst();
    }

    /** The name somebody of the company signs in with, as tables name them. */
    public Optional<String> loginOf(UUID person) {
        return people.byId(person).map(PersonView::login);
    }
}
