package io.simbaerp.audit.seal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.audit.PersonalValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts every line of the trail that has no seal under one. Who writes meanwhile isn't kept waiting. */
@UseCase(Duty.VIEW_AUDIT)
public class SealTrail {

    private static final int MOST_PERSONAL_VALUES = 10_000;

    /** No transaction stays open for so long; below the place of older seals, no line can turn up any more. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PersonalValues personalValues;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SealTrail(
            JdbcClient jdbc,
            CurrentActor currentActor,
            PersonalValues personalValues,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.personalValues = personalValues;
        this.events = events;
        this.clock = clock;
    }

    private record Last(int number, byte[] hash) {}

    /** @return how many lines came under the seal; without any, there is no new seal */
    public long seal() {
        UUID company = currentActor.company().value();
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:company, 4))")
                .param("company", "audit.seal " + company)
                .query(Integer.class)
                .single();
        personalValues.sealLeft(MOST_PERSONAL_VALUES);
        SealRecipe recipe = new SealRecipe();
        List<Long> positions = unsealed(company, recipe);
        if (positions.isEmpty()) {
            return 0;
        }
        String ranges = ranges(positions);
        Last last = last(company).orElse(null);
        write(company, ranges, positions, recipe.root(), last);
        events.publishEvent(new TrailSealed(currentActor.company(), currentActor.actor(), clock.instant()));
        return positions.size();
    }

    /** A seal's own line is worth no further seal. */
    private List<Long> unsealed(UUID company, SealRecipe recipe) {
        List<Long> positions = new ArrayList<>();
        boolean[] worth = new boolean[1];
        jdbc.sql("select " + SealRecipe.LINE + """
                         from audit.business_event e
                        where e.company_id = :company
                          and e.position >= coalesce((select max(s.upto) from audit.seal s
                                                       where s.company_id = :company
                                                         and s.sealed_at < :settled::timestamptz), 0)
                          and not exists (select from audit.seal s
                                           where s.company_id = :company and s.positions @> e.position)
                        order by e.position""")
                .param("company", company)
                .param("settled", clock.instant().minus(LONGEST_TRANSACTION).toString())
                .query((ResultSet row) -> {
                    worth[0] |= !row.getString("name").equals("trail-sealed");
                    positions.add(take(company, recipe, row));
                });
        return worth[0] ? positions : List.of();
    }

    private static long take(UUID company, SealRecipe recipe, ResultSet row) throws SQLException {
        recipe.add(SealRecipe.line(company.toString(), row));
        return row.getLong("position");
    }

    private String ranges(List<Long> positions) {
        return jdbc.sql("select range_agg(int8range(p, p, '[]'))::text from unnest(:positions) p")
                .param("positions", positions.toArray(Long[]::new))
                .query(String.class)
                .single();
    }

    private Optional<Last> last(UUID company) {
        return jdbc.sql("select number, hash from audit.seal where company_id = ? order by number desc limit 1")
                .param(company)
                .query((row, n) -> new Last(row.getInt(1), row.getBytes(2)))
                .optional();
    }

    private void write(UUID company, String ranges, List<Long> positions, byte[] root, @Nullable Last last) {
        int number = last == null ? 1 : last.number() + 1;
        byte[] previous = last == null ? null : last.hash();
        jdbc.sql("""
                        insert into audit.seal (company_id, number, recipe, positions, upto, lines, root, previous,
                                                hash, sealed_at)
                        values (:company, :number, :recipe, :positions::int8multirange, :upto, :lines, :root, :previous,
                                :hash, :now::timestamptz)""")
                .param("company", company)
                .param("number", number)
                .param("recipe", SealRecipe.VERSION)
                .param("positions", ranges)
                .param("upto", positions.get(positions.size() - 1))
                .param("lines", (long) positions.size())
                .param("root", root)
                .param("previous", previous, java.sql.Types.BINARY)
                .param("hash", SealRecipe.seal(company.toString(), number, ranges, positions.size(), root, previous))
                .param("now", clock.instant().toString())
                .update();
    }
}
