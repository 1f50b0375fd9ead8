package io.simbaerp.payment.store;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.bankaccount.OwnAccounts;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.proposal.PaymentKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads runs back: a run with its orders and what was blocked, and who holds which item. */
@Component
public class RunRows implements OpenItems.Hold {

    private static final String RUN = """
            select id, number, state, account_id, due_until, pay_on, proposed_by, proposed_for, proposed_at, sent_by,
                   sent_for, approved_by,
                   note, cancel_reason, version
              from payment.payment_run where company_id = :company and id = :id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final OwnAccounts ownAccounts;
    private final BlockedRows blockedRows;

    RunRows(JdbcClient jdbc, CurrentActor currentActor, OwnAccounts ownAccounts, BlockedRows blockedRows) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.ownAccounts = ownAccounts;
        this.blockedRows = blockedRows;
    }

    public Optional<PaymentRunView> byId(PaymentRunId id) {
        List<PaymentRunView.Blocked> blocked = blockedRows.of(id);
        List<PaymentRunView.Order> orders = orders(id);
        PaymentRunView.FileRow file =
                of("""
                select name, message_id, sha256, size, schema_checked, made_at
                  from payment.payment_file where company_id = :company and run_id = :id""", id).query(RunRows::file).optional().orElse(null);
        return of(RUN, id)
                .query((row, n) -> new PaymentRunView(
                        id,
                        row.getString("number"),
                        PaymentRunState.valueOf(row.getString("state")),
                        ownAccounts
                                .byId(row.getObject("account_id", UUID.class))
                                .orElseThrow(),
                        row.getObject("due_until", LocalDate.class),
                        row.getObject("pay_on", LocalDate.class),
                        proposal(row),
                        row.getString("note"),
                        row.getString("cancel_reason"),
                        orders,
                        blocked,
                        file,
                        row.getInt("version")))
                .optional();
    }

    /** Which of these items a live run holds. */
    @Override
    public Map<UUID, OpenItems.Holder> holders(Collection<UUID> items) {
        Map<UUID, OpenItems.Holder> holders = new HashMap<>();
        if (!items.isEmpty()) {
            jdbc.sql("""
                            select i.open_item_id, r.number, r.id, i.order_id, r.state = 'RELEASED' as released
                              from payment.order_item i
                              join payment.payment_run r on r.company_id = i.company_id and r.id = i.run_id
                             where i.company_id = :company and i.live and i.open_item_id in (:items)""")
                    .param("company", currentActor.company().value())
                    .param("items", items)
                    .query((ResultSet row) -> {
                        holders.put(row.getObject("open_item_id", UUID.class), holder(row));
                    });
        }
        return holders;
    }

    private static OpenItems.Holder holder(ResultSet row) throws SQLException {
        String run = "/payment-runs/" + row.getString("id");
        boolean left = row.getBoolean("released");
        return new OpenItems.Holder(
                row.getString("number"),
                run,
                left,
                left ? run + "/orders/" + row.getString("order_id") + "/let-go" : null);
    }

    /** The proposal the same person has begun for this account and not sent yet, the latest if there are several. */
    public Optional<PaymentRunId> begun(UUID account) {
        return jdbc.sql("""
                        select id from payment.payment_run
                         where company_id = :company and account_id = :account and state = 'PROPOSED'
                           and proposed_by = :by and pay_on is null
                         order by proposed_at desc, id desc limit 1""")
                .param("company", currentActor.company().value())
                .param("account", account)
                .param("by", currentActor.actor().toString())
                .query(UUID.class)
                .optional()
                .map(PaymentRunId::new);
    }

    /** For which accounts of which parties the White List was asked on this day. */
    public Map<UUID, Set<String>> proofsOf(LocalDate day) {
        Map<UUID, Set<String>> proofs = new HashMap<>();
        jdbc.sql("select party_id, iban from payment.white_list_proof where company_id = :company and checked_on = :day"
                        + " and party.has_tax_id(company_id, party_id, tax_id)")
                .param("company", currentActor.company().value())
                .param("day", day)
                .query((ResultSet row) -> {
                    proofs.computeIfAbsent(row.getObject(1, UUID.class), party -> new HashSet<>())
                            .add(row.getString(2));
                });
        return proofs;
    }

    private List<PaymentRunView.Order> orders(PaymentRunId id) {
        Map<UUID, List<PaymentRunView.Item>> items = new HashMap<>();
        of("select coalesce(" + Confidential.hides("t.document_id") + """
                       , false) as unseen,
                       t.order_id, t.open_item_id, t.amount, t.currency, t.due_date, t.document_id, t.document_number,
                       t.live, (i.amount - i.remaining) * s.sign as settled, i.remaining * s.sign as still_open
                  from payment.order_item t
                  join ledger.open_item i on i.company_id = t.company_id and i.id = t.open_item_id
                  join (values ('CREDIT', 1), ('DEBIT', -1)) s (side, sign) on s.side = i.side
                 where t.company_id = :company and t.run_id = :id
                 order by t.amount < 0, t.due_date, t.document_number, t.open_item_id""", id).query((ResultSet row) -> {
            items.computeIfAbsent(row.getObject("order_id", UUID.class), order -> new ArrayList<>())
                    .add(item(row).held(holding(row)));
        });
        return of("""
                select id, position, kind, payee_id, payee_name, iban, street, postal_code, city, country, amount,
                       currency, pay_on, title, reference, let_through_by, let_through_reasons, let_through_comment,
                       let_go_by, let_go_for, let_go_at, let_go_reason
                  from payment.payment_order
                 where company_id = :company and run_id = :id and removed_at is null order by position""", id)
                .query((row, n) -> order(row, items.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, PaymentRunId id) {
        return jdbc.sql(sql).param("company", currentActor.company().value()).param("id", id.value());
    }

    private static PaymentRunView.Proposal proposal(ResultSet row) throws SQLException {
        return new PaymentRunView.Proposal(
                row.getString("proposed_by"),
                row.getString("proposed_for"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("sent_by"),
                row.getString("sent_for"),
                row.getString("approved_by"));
    }

    private static PaymentRunView.Order order(ResultSet row, List<PaymentRunView.Item> items) throws SQLException {
        String by = row.getString("let_through_by");
        return new PaymentRunView.Order(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                PaymentKind.valueOf(row.getString("kind")),
                row.getObject("payee_id", UUID.class),
                row.getString("payee_name"),
                new Address(
                        row.getString("street"),
                        null,
                        row.getString("postal_code"),
                        row.getString("city"),
                        null,
                        row.getString("country")),
                row.getString("iban"),
                money(row),
                row.getObject("pay_on", LocalDate.class),
                row.getString("title"),
                row.getString("reference"),
                by == null
                        ? null
                        : new PaymentRunView.LetThrough(
                                by,
                                BlockedRows.reasons(row, "let_through_reasons"),
                                row.getString("let_through_comment")),
                letGo(row),
                List.copyOf(items));
    }

    private static PaymentRunView.Holding holding(ResultSet row) throws SQLException {
        return new PaymentRunView.Holding(row.getBoolean("live"), money(row, "settled"), money(row, "still_open"));
    }

    private static PaymentRunView.@Nullable LetGo letGo(ResultSet row) throws SQLException {
        String by = row.getString("let_go_by");
        return by == null
                ? null
                : new PaymentRunView.LetGo(
                        by,
                        row.getString("let_go_for"),
                        row.getObject("let_go_at", OffsetDateTime.class).toInstant(),
                        row.getString("let_go_reason"));
    }

    static PaymentRunView.Item item(ResultSet row) throws SQLException {
        return new PaymentRunView.Item(
                row.getObject("open_item_id", UUID.class),
                money(row),
                row.getObject("due_date", LocalDate.class),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                row.getBoolean("unseen"),
                null);
    }

    private static PaymentRunView.FileRow file(ResultSet row, int n) throws SQLException {
        return new PaymentRunView.FileRow(
                row.getString("name"),
                row.getString("message_id"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getBoolean("schema_checked"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static Money money(ResultSet row) throws SQLException {
        return money(row, "amount");
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column), CurrencyCode.of(row.getString("currency"))).rounded();
    }
}
