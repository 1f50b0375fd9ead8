package io.simbaerp.party.withdrawal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.party.PartyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts of a partner that nothing is paid to any more. */
@Query(Duty.VIEW_PARTY)
public class WithdrawnAccounts {

    /** One of them: who withdrew it, as text of an actor, when and why. */
    public record Withdrawn(
            UUID id, String iban, boolean wasConfirmed, String withdrawnBy, Instant withdrawnAt, String reason) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    WithdrawnAccounts(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The latest first. */
    public List<Withdrawn> of(PartyId party) {
        return jdbc.sql("""
                        select id, iban, confirmed_by is not null as was_confirmed, withdrawn_by, withdrawn_at,
                               withdrawal_reason
                          from party.bank_account
                         where company_id = :company and party_id = :party and withdrawn_at is not null
                         order by withdrawn_at desc, id""")
                .param("company", currentActor.company().value())
                .param("party", party.value())
                .query((row, n) -> new Withdrawn(
                        row.getObject("id", UUID.class),
                        row.getString("iban"),
                        row.getBoolean("was_confirmed"),
                        row.getString("withdrawn_by"),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        row.getString("withdrawal_reason")))
                .list();
    }
}
