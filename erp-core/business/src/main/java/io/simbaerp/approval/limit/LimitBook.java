package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The company's rolling limits as rows. */
@Component
class LimitBook {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LimitBook(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.clock = clock;
        this.events = events;
    }

    /** How an event of a limit is made. */
    interface Told {
        BusinessEvent event(CompanyId company, Actor actor, Instant at, UUID limit);
    }

    /** Those in force first, then by level and amount. */
    List<RollingLimit> all() {
        CurrencyCode currency = currentCompany.get().baseCurrency();
        return jdbc.sql("""
                        select * from approval.rolling_limit where company_id = :company
                         order by ended_by is not null, duty, amount, id""")
                .param("company", currentActor.company().value())
                .query((row, n) -> limit(row, currency))
                .list();
    }

    RollingLimit locked(UUID id) {
        CurrencyCode currency = currentCompany.get().baseCurrency();
        return jdbc.sql("select * from approval.rolling_limit where company_id = :company and id = :id for update")
                .param("company", currentActor.company().value())
                .param("id", id)
                .query((row, n) -> limit(row, currency))
                .optional()
                .orElseThrow(() -> new NotFound("rolling-limit", id));
    }

    UUID add(RollingLimitDraft draft) {
        UUID id = NewId.at(clock);
        Money amount = Objects.requireNonNull(draft.amount());
        jdbc.sql("""
                        insert into approval.rolling_limit
                               (company_id, id, duty, person_scope, person_id, supplier_scope, supplier_id,
                                centre_scope, cost_centre, days, amount, reason, set_by, set_at)
                        values (:company, :id, :duty, :persons, :person, :suppliers, :supplier,
                                :centres, :centre, :days, :amount, :reason, :by, :now)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("duty", name(draft.duty()))
                .param("persons", name(draft.persons()))
                .param("person", draft.personId(), Types.OTHER)
                .param("suppliers", name(draft.suppliers()))
                .param("supplier", draft.partyId(), Types.OTHER)
                .param("centres", name(draft.costCentres()))
                .param("centre", draft.costCentre())
                .param("days", draft.days())
                .param("amount", amount.amount())
                .param("reason", draft.reason())
                .param("by", actor())
                .param("now", now())
                .update();
        return id;
    }

    void askToEnd(UUID id, String reason) {
        jdbc.sql("""
                        update approval.rolling_limit set end_reason = :reason, end_asked_by = :by, end_asked_at = :now
                         where company_id = :company and id = :id""")
                .param("reason", reason)
                .param("by", actor())
                .param("now", now())
                .param("company", currentActor.company().value())
                .param("id", id)
                .update();
    }

    void end(UUID id) {
        jdbc.sql("""
                        update approval.rolling_limit set ended_by = :by, ended_at = :now
                         where company_id = :company and id = :id""")
                .param("by", actor())
                .param("now", now())
                .param("company", currentActor.company().value())
                .param("id", id)
                .update();
    }

    void tell(UUID id, Told told) {
        events.publishEvent(told.event(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }

    /** Whether it was whoever acts, or whoever is acted for. */
    boolean isByOneOf(String actor) {
        return currentActor.get().people().stream()
                .map(person -> Actor.person(person).toString())
                .anyMatch(actor::equals);
    }

    private String actor() {
        return currentActor.actor().toString();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static RollingLimit limit(ResultSet row, CurrencyCode currency) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new RollingLimit(
                row.getObject("id", UUID.class),
                Duty.valueOf(row.getString("duty")),
                LimitScope.valueOf(row.getString("person_scope")),
                row.getObject("person_id", UUID.class),
                LimitScope.valueOf(row.getString("supplier_scope")),
                row.getObject("supplier_id", UUID.class),
                LimitScope.valueOf(row.getString("centre_scope")),
                row.getString("cost_centre"),
                row.getInt("days"),
                new Money(row.getBigDecimal("amount"), currency).rounded(),
                row.getString("reason"),
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getString("end_reason"),
                row.getString("end_asked_by"),
                row.getString("ended_by"),
                ended == null ? null : ended.toInstant());
    }
}
