package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assertions and what the last check of each found. */
@Query(Duty.VIEW_LEDGER)
public class BalanceAssertions {

    /** Which of them. */
    public enum Which {
        STANDING,
        FAILING,
        WITHDRAWN
    }

    /**
     * An assertion.
     *
     * @param balance debit less credit
     * @param actual what the last check found; nothing before the first
     */
    public record AssertionView(
            UUID id,
            String account,
            String nameEn,
            String namePl,
            LocalDate day,
            Money balance,
            @Nullable String source,
            Instant recordedAt,
            String recordedBy,
            @Nullable Money actual,
            @Nullable Instant checkedAt,
            boolean holds,
            @Nullable String withdrawnFor) {

        /** The account's name in one of the two languages. */
        public String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }

        /** By how much the books differ, as of the last check. */
        public @Nullable Money difference() {
            return actual == null ? null : actual.minus(balance);
        }
    }

    private static final String SELECT = """
            select b.id, a.code, a.name_en, a.name_pl, b.day, b.balance, b.source, b.recorded_at, b.recorded_by,
                   c.actual, c.checked_at, coalesce(c.holds, false) as holds, b.withdrawn_for
              from ledger.balance_assertion b
              join ledger.account a on a.company_id = b.company_id and a.id = b.account_id
              left join lateral (select k.actual, k.checked_at, k.holds from ledger.assertion_check k
                                  where k.company_id = b.company_id and k.assertion_id = b.id
                                  order by k.checked_at desc, k.id desc limit 1) c on true
             where b.company_id = :company\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    BalanceAssertions(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** Those, the latest recorded first, after this one. */
    public List<AssertionView> list(Which which, @Nullable UUID after, int limit) {
        String condition =
                switch (which) {
                    case STANDING -> "and b.withdrawn_at is null";
                    case FAILING -> "and b.withdrawn_at is null and c.holds = false";
                    case WITHDRAWN -> "and b.withdrawn_at is not null";
                };
        return select(condition + " and (:after::uuid is null or b.id < :after) order by b.id desc limit :limit")
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> view(row, currentCompany.get().baseCurrency()))
                .list();
    }

    /** One of them. */
    public Optional<AssertionView> byId(UUID id) {
        return select("and b.id = :id")
                .param("id", id)
                .query((row, n) -> view(row, currentCompany.get().baseCurrency()))
                .optional();
    }

    private JdbcClient.StatementSpec select(String condition) {
        return jdbc.sql(SELECT + condition)
                .param("company", currentActor.company().value());
    }

    private static AssertionView view(ResultSet row, CurrencyCode base) throws SQLException {
        BigDecimal actual = row.getBigDecimal("actual");
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new AssertionView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                row.getObject("day", LocalDate.class),
                new Money(row.getBigDecimal("balance"), base).rounded(),
                row.getString("source"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                actual == null ? null : new Money(actual, base).rounded(),
                checked == null ? null : checked.toInstant(),
                row.getBoolean("holds"),
                row.getString("withdrawn_for"));
    }
}
