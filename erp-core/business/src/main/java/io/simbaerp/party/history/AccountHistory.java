package io.simbaerp.party.history;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who proposed and who confirmed the bank accounts of partners, and when. */
@Query(Duty.BELONG_TO_COMPANY)
public class AccountHistory {

    /** One account: actors as text; nothing about the confirmation as long as there is none. */
    public record Acts(
            UUID party,
            String proposedBy,
            @Nullable String proposedFor,
            Instant proposedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AccountHistory(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Of every account these partners ever had. */
    public List<Acts> of(Collection<UUID> parties) {
        if (parties.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select party_id, proposed_by, proposed_for, proposed_at, confirmed_by, confirmed_at
                          from party.bank_account
                         where company_id = :company and party_id in (:parties)""")
                .param("company", currentActor.company().value())
                .param("parties", parties)
                .query(AccountHistory::acts)
                .list();
    }

    private static Acts acts(ResultSet row, int number) throws SQLException {
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Acts(
                row.getObject("party_id", UUID.class),
                row.getString("proposed_by"),
                row.getString("proposed_for"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("confirmed_by"),
                confirmed == null ? null : confirmed.toInstant());
    }
}
