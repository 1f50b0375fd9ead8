package io.simbaerp.expense.booking;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which partner the company settles with a colleague: the first claim makes them one. */
@Component
class EmployeePartners {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final RegisterParty registerParty;
    private final Clock clock;

    EmployeePartners(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            RegisterParty registerParty,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.registerParty = registerParty;
        this.clock = clock;
    }

    Optional<UUID> of(UUID person) {
        return jdbc.sql("select party_id from expense.employee where company_id = ? and person_id = ?")
                .params(currentActor.company().value(), person)
                .query(UUID.class)
                .optional();
    }

    /** Their bank account is proposed and confirmed there as that of any partner. Two first claims wait for each other. */
    void ensure(UUID person, String name) {
        if (of(person).isPresent()) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "expense.employee|" + currentActor.company() + "|" + person)
                .query(row -> {});
        if (of(person).isPresent()) {
            return;
        }
        Address address =
                new Address(null, null, null, null, null, currentCompany.get().country());
        UUID party = registerParty
                .register(new PartyDraft(name, List.of(), address, true, false))
                .value();
        jdbc.sql("""
                        insert into expense.employee (company_id, person_id, party_id, linked_by, linked_at)
                        values (:company, :person, :party, :by, :now)""")
                .param("company", currentActor.company().value())
                .param("person", person)
                .param("party", party)
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
