package io.simbaerp.invoice.separation;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.history.PriorAct.Kind;
import io.simbaerp.approval.history.WorkOnItems;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.party.history.AccountHistory;
import io.simbaerp.party.history.PeopleBehind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who coded invoices or what else is owed, who created or changed the accounts of those the money goes to, and which of our
 * own people it goes to.
 */
@Query(Duty.BELONG_TO_COMPANY)
public class WorkOnInvoices {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AccountHistory accounts;
    private final PeopleBehind people;
    private final WorkOnItems items;

    WorkOnInvoices(
            JdbcClient jdbc,
            CurrentActor currentActor,
            AccountHistory accounts,
            PeopleBehind people,
            WorkOnItems items) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.accounts = accounts;
        this.people = people;
        this.items = items;
    }

    /** On the invoices of these documents and on the accounts of their suppliers, payees and of these partners. */
    public List<PriorAct> on(Collection<UUID> documents, Collection<UUID> partners) {
        Set<UUID> payees = new HashSet<>(partners);
        List<PriorAct> acts = new ArrayList<>();
        if (!documents.isEmpty()) {
            payees.addAll(partnersOf(documents));
            acts.addAll(codingOf(documents));
        }
        accounts.of(payees).stream()
                .flatMap(account -> Stream.of(
                                PriorAct.of(account.proposedBy(), Kind.CHANGED_ACCOUNT, account.proposedAt()),
                                PriorAct.of(account.proposedFor(), Kind.CHANGED_ACCOUNT, account.proposedAt()),
                                PriorAct.of(account.confirmedBy(), Kind.CONFIRMED_ACCOUNT, account.confirmedAt()))
                        .flatMap(each -> each))
                .forEach(acts::add);
        people.of(payees).stream()
                .map(link -> new PriorAct(link.person(), Kind.IS_PAYEE, link.since()))
                .forEach(acts::add);
        return acts;
    }

    /** On what these open items owe without an invoice. */
    public List<PriorAct> onItems(Collection<UUID> openItems) {
        return items.on(openItems);
    }

    private List<UUID> partnersOf(Collection<UUID> documents) {
        return jdbc.sql("""
                        select p.id
                          from invoice.purchase_invoice i
                         cross join unnest(array[i.supplier_id, i.payee_id]) p (id)
                         where i.company_id = :company and i.document_id in (:documents) and p.id is not null""")
                .param("company", currentActor.company().value())
                .param("documents", documents)
                .query(UUID.class)
                .list();
    }

    private List<PriorAct> codingOf(Collection<UUID> documents) {
        return jdbc.sql("""
                        select c.person, c.coded_at
                          from invoice.purchase_invoice i
                          join invoice.coder c on c.company_id = i.company_id and c.purchase_invoice_id = i.id
                         where i.company_id = :company and i.document_id in (:documents)""")
                .param("company", currentActor.company().value())
                .param("documents", documents)
                .query((row, number) -> new PriorAct(
                        row.getObject("person", UUID.class),
                        Kind.CODED_INVOICE,
                        row.getObject("coded_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
