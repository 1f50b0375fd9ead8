package io.simbaerp.controlled;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.NumberSeries;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents under their numbers. */
@Component
class Numbered {

    private final JdbcClient jdbc;
    private final NumberSeries numbers;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final Clock clock;

    Numbered(JdbcClient jdbc, NumberSeries numbers, CurrentActor currentActor, BusinessDay businessDay, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    Optional<UUID> withKey(@Nullable String key) {
        return key == null
                ? Optional.empty()
                : jdbc.sql("select id from controlled.document where company_id = ? and idempotency_key = ?")
                        .params(currentActor.company().value(), key)
                        .query(UUID.class)
                        .optional();
    }

    /** @throws Conflict conflict.stale if the key was used at the same moment */
    UUID add(@Nullable String key) {
        UUID id = NewId.at(clock);
        int year = businessDay.today().getYear();
        int added = jdbc.sql("""
                        insert into controlled.document (company_id, id, number, idempotency_key, created_by, created_at)
                        values (:company, :id, :number, :key, :by, :now)
                        on conflict (company_id, idempotency_key) do nothing""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param(
                        "number",
                        String.format(Locale.ROOT, "CD/%d/%04d", year, numbers.next("controlled-document", year)))
                .param("key", key)
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new Conflict("conflict.stale");
        }
        return id;
    }
}
