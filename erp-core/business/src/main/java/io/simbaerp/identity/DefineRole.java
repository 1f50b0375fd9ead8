package io.simbaerp.identity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds a role to the company, or sets the duties of the one with this code anew. Everybody belongs to the company. */
@UseCase(Duty.ADMINISTER)
public class DefineRole {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DefineRole(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    public void define(Role role) {
        UUID company = currentActor.company().value();
        UUID id = jdbc.sql("""
                        insert into identity.role (company_id, id, code, name_en, name_pl) values (?, ?, ?, ?, ?)
                        on conflict (company_id, code)
                            do update set name_en = excluded.name_en, name_pl = excluded.name_pl
                        returning id""")
                .params(company, NewId.at(clock), role.code(), role.nameEn(), role.namePl())
                .query(UUID.class)
                .single();
        jdbc.sql("delete from identity.role_duty where company_id = ? and role_id = ?")
                .params(company, id)
                .update();
        grant(company, id, Duty.BELONG_TO_COMPANY);
        role.duties().stream().filter(duty -> duty != Duty.BELONG_TO_COMPANY).forEach(duty -> grant(company, id, duty));
        events.publishEvent(new RoleDefined(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }

    private void grant(UUID company, UUID role, Duty duty) {
        jdbc.sql("insert into identity.role_duty (company_id, role_id, duty) values (?, ?, ?)")
                .params(company, role, duty.name())
                .update();
    }
}
