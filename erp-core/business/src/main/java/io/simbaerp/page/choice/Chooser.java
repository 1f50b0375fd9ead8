package io.simbaerp.page.choice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who chooses, when, and where it is kept. */
@Component
class Chooser {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Chooser(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    CompanyId company() {
        return currentActor.company();
    }

    Actor actor() {
        return currentActor.actor();
    }

    /** Only people have lists of their own. */
    UUID person() {
        return actor().userId().orElseThrow(() -> new IllegalStateException("Only a person chooses views and columns"));
    }

    String[] duties() {
        return currentActor.get().duties().stream().map(Duty::name).toArray(String[]::new);
    }

    Instant now() {
        return clock.instant();
    }

    UUID newId() {
        return NewId.at(clock);
    }

    void openWith(String list, @Nullable UUID view) {
        jdbc.sql("""
                        insert into page.list_choice (company_id, person, list, view_id)
                        values (:company, :person, :list, :view)
                        on conflict (company_id, person, list) do update set view_id = excluded.view_id""")
                .param("company", company().value())
                .param("person", person())
                .param("list", list)
                .param("view", view, Types.OTHER)
                .update();
    }

    void tell(BusinessEvent event) {
        events.publishEvent(event);
    }
}
