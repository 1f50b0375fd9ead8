package io.simbaerp.identity.token;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens of the person acting that are still good, newest first. */
@Query(Duty.BELONG_TO_COMPANY)
public class OwnTokens {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    OwnTokens(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * A token without its secret.
     *
     * @param company short name of the one company it opens; null for all of its owner's
     */
    public record Row(
            UUID id,
            String name,
            @Nullable String company,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    public List<Row> all() {
        UUID user = currentActor.actor().userId().orElseThrow();
        return jdbc.sql("""
                        select t.id, t.name, d.short_name, t.created_at, t.expires_at, u.last_at
                          from identity.access_token t
                          left join company.directory d on d.company_id = t.only_company
                          left join identity.token_use u on u.token_id = t.id
                         where t.user_id = ? and t.expires_at > ?::timestamptz
                         order by t.created_at desc, t.id limit 500""")
                .params(user, clock.instant().toString())
                .query(OwnTokens::row)
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        Timestamp used = row.getTimestamp("last_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("short_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
