package io.simbaerp.identity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
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
        // Only what differs is written, so that the trail tells of real changes alone.
        String[] duties = Stream.concat(Stream.of(Duty.BELONG_TO_COMPANY), role.duties().stream())
                .map(Duty::name)
                .distinct()
                .toArray(String[]::new);
        write(
                "delete from identity.role_duty where company_id = :company and role_id = :role and duty <> all (:duties)",
                company,
                id,
                duties);
        write("""
                        insert into identity.role_duty (company_id, role_id, duty)
                        select :company, :role, unnest(:duties) on conflict do nothing""", company, id, duties);
        events.publishEvent(new RoleDefined(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }

    private void write(String sql, UUID company, UUID role, String[] duties) {
        jdbc.sql(sql)
                .param("company", company)
                .param("role", role)
                .param("duties", duties)
                .update();
    }
}
