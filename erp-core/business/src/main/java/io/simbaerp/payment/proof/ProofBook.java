package io.simbaerp.payment.proof;

import io.simbaerp.architecture.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of the White List that were kept as proof. */
@Component
class ProofBook {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    ProofBook(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    void keep(UUID id, UUID party, String iban, LocalDate day, String requestId) {
        jdbc.sql("""
                        insert into payment.white_list_proof
                               (company_id, id, party_id, iban, checked_on, request_id, recorded_by, recorded_at)
                        values (:company, :id, :party, :iban, :day, :request, :by, :now)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("party", party)
                .param("iban", iban)
                .param("day", day)
                .param("request", requestId)
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
