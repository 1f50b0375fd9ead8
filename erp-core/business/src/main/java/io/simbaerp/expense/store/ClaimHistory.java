package io.simbaerp.expense.store;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.history.PriorAct.Kind;
import io.simbaerp.approval.history.WorkOnItems;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.party.history.PeopleBehind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which colleague a partner is, and who coded the claims that are owed: none of them has a say in paying. */
@Component
class ClaimHistory implements PeopleBehind, WorkOnItems {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ClaimHistory(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Override
    public List<Link> of(Collection<UUID> parties) {
        if (parties.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select party_id, person_id, linked_at from expense.employee
                         where company_id = :company and party_id in (:parties)""")
                .param("company", currentActor.company().value())
                .param("parties", parties)
                .query((row, number) -> new Link(
                        row.getObject("party_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<PriorAct> on(Collection<UUID> openItems) {
        if (openItems.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        select distinct k.coded_by, k.coded_for, k.coded_at
                          from ledger.open_item i
                          join expense.claim c on c.company_id = i.company_id and c.entry_id = i.entry_id
                          join expense.line l on l.company_id = c.company_id and l.claim_id = c.id
                          join expense.coding k on k.company_id = l.company_id and k.line_id = l.id
                         where i.company_id = :company and i.id in (:items)""")
                .param("company", currentActor.company().value())
                .param("items", openItems)
                .query((row, number) -> coded(
                        row.getString("coded_by"),
                        row.getObject("coded_for", UUID.class),
                        row.getObject("coded_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<PriorAct> coded(String by, @Nullable UUID principal, Instant at) {
        return Stream.concat(
                        PriorAct.of(by, Kind.CODED_EXPENSE, at),
                        PriorAct.of(
                                principal == null
                                        ? null
                                        : Actor.person(principal).toString(),
                                Kind.CODED_EXPENSE,
                                at))
                .toList();
    }
}
