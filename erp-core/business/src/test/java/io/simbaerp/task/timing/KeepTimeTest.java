package io.simbaerp.task.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One company's trouble is its own. */
class KeepTimeTest {

    @Test
    void whatFailsInOneCompanyIsDoneInTheNext() {
        CurrentActor currentActor = new CurrentActor();
        List<CompanyId> seen = new ArrayList<>();
        TimeRules failing = new TimeRules(null, currentActor, null) {
            @Override
            public List<TimeRule> inForce() {
                seen.add(currentActor.company());
                throw new IllegalStateException("unreadable");
            }
        };
        List<CompanyId> both = List.of(new CompanyId(UUID.randomUUID()), new CompanyId(UUID.randomUUID()));
        new KeepTime(null, currentActor, failing, null, null).runEach(both);
        assertThat(seen).isEqualTo(both);
    }
}
