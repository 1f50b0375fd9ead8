package io.simbaerp.identity.substitution;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who acts for the reader, and for whom the reader may act. */
@Query(Duty.BELONG_TO_COMPANY)
public class Substitutions {

    private final SubstitutionRows rows;
    private final CurrentActor currentActor;

    Substitutions(SubstitutionRows rows, CurrentActor currentActor) {
        this.rows = rows;
        this.currentActor = currentActor;
    }

    /** Of the reader in both directions, what runs first, then the latest. */
    public List<SubstitutionView> all() {
        return currentActor.actor().userId().map(rows::of).orElse(List.of());
    }

    /** One of them. */
    public Optional<SubstitutionView> byId(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Those by which the reader may act for somebody today. */
    public List<SubstitutionView> open() {
        Optional<UUID> reader = currentActor.actor().userId();
        return all().stream()
                .filter(each -> each.state() == SubstitutionView.State.WORKS && each.mode() == SubstitutionMode.WORK)
                .filter(each -> reader.filter(each.substitute()::equals).isPresent())
                .toList();
    }
}
