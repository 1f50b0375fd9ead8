package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys that split a line over values by percentages. A line names one by {@code %KEY} where a value would stand. */
@Query(Duty.VIEW_LEDGER)
public class Distributions {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A key.
     *
     * @param axis the axis it splits over, or nothing for cost centres
     */
    public record Key(Axes.Named named, @Nullable String axis, List<DistributionDraft.Part> parts) {

        /** Whether it may be named on this day. */
        public boolean inUse(LocalDate day) {
            LocalDate last = named.activeTo();
            return !day.isBefore(named.activeFrom()) && (last == null || !day.isAfter(last));
        }
    }

    private static final String KEYS = """
            select d.id, d.version, d.code, d.name_en, d.name_pl, d.active_from, d.active_to, x.code as axis,
                   :today between d.active_from and coalesce(d.active_to, 'infinity') as active
              from ledger.distribution d
              left join ledger.axis x on x.company_id = d.company_id and x.id = d.axis_id
             where d.company_id = :company order by d.code""";

    private static final String PARTS = """
            select coalesce(v.number, c.code) as number, p.percent
              from ledger.distribution_part p
              left join ledger.axis_value v on v.company_id = p.company_id and v.id = p.value_id
              left join ledger.cost_centre c on c.company_id = p.company_id and c.id = p.cost_centre_id
             where p.company_id = :company and p.distribution_id = :key order by p.part""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    Distributions(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /** All keys by code. */
    public List<Key> all() {
        return jdbc.sql(KEYS)
                .param("company", currentActor.company().value())
                .param("today", businessDay.today())
                .query(this::key)
                .list();
    }

    /**
     * The keys in use over an axis, or over cost centres for nothing.
     *
     * @param axis its code
     */
    public List<Axes.Named> inUse(@Nullable String axis) {
        return all().stream()
                .filter(key -> key.named().active() && Objects.equals(key.axis(), axis))
                .map(Key::named)
                .toList();
    }

    public Optional<Key> find(String code) {
        return all().stream().filter(key -> key.named().code().equals(code)).findFirst();
    }

    /**
     * The same lines, those that name keys split by them.
     *
     * @throws io.simbaerp.architecture.RuleViolation of distribution: unknown, inactive, of-other-axis, open-item
     */
    public List<LineDraft> split(List<LineDraft> lines, LocalDate day) {
        return new LineSplit(this::find).all(lines, day);
    }

    /** The amount by percentages that make a hundred; what rounding leaves goes to the largest, the first of equals. */
    public static List<Money> share(Money amount, List<BigDecimal> percents) {
        List<Money> shares = new ArrayList<>();
        Money left = amount;
        int largest = 0;
        for (int i = 0; i < percents.size(); i++) {
            BigDecimal exact = amount.amount().multiply(percents.get(i)).movePointLeft(2);
            Money share = new Money(Rounding.toCurrency(exact, amount.currency()), amount.currency());
            shares.add(share);
            left = left.minus(share);
            largest = percents.get(i).compareTo(percents.get(largest)) > 0 ? i : largest;
        }
        shares.set(largest, shares.get(largest).plus(left));
        return shares;
    }

    private Key key(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<DistributionDraft.Part> parts = jdbc.sql(PARTS)
                .param("company", currentActor.company().value())
                .param("key", id)
                .query((part, m) -> new DistributionDraft.Part(
                        part.getString("number"), part.getBigDecimal("percent").stripTrailingZeros()))
                .list();
        Axes.Named named = new Axes.Named(
                id,
                row.getInt("version"),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                row.getObject("active_from", LocalDate.class),
                row.getObject("active_to", LocalDate.class),
                row.getBoolean("active"),
                parts.size());
        return new Key(named, row.getString("axis"), parts);
    }
}
