package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims and debts, and what is left of them. */
@Query(Duty.VIEW_LEDGER)
public class OpenItems {

    /** The name of their list. */
    public static final String LIST = "open-items";

    /** How late an item is, by days since it was due. */
    public enum Bucket {
        NOT_DUE("notDue", ":today <= i.due_date"),
        TO_30("to30", "i.due_date between :today - 30 and :today - 1"),
        TO_60("to60", "i.due_date between :today - 60 and :today - 31"),
        TO_90("to90", "i.due_date between :today - 90 and :today - 61"),
        OVER_90("over90", "i.due_date < :today - 90");

        private final String key;
        private final String condition;

        Bucket(String key, String condition) {
            this.key = key;
            this.condition = condition;
        }

        /** Its name in filters and addresses. */
        public String key() {
            return key;
        }
    }

    /** What is open on one side in one currency, by how late it is, in the order of the buckets. */
    public record Ageing(Side side, List<Money> buckets, Money total) {}

    /**
     * How much of an item another one settles.
     *
     * @param other the other item, and what people call it
     * @param amount in the currency of this item; negative where it was taken back
     * @param settlementId the settlement by hand it belongs to
     * @param standing whether it neither takes one back nor was taken back
     */
    public record AllocationView(
            UUID other,
            String otherName,
            Money amount,
            Instant recordedAt,
            String recordedBy,
            @Nullable UUID settlementId,
            boolean standing) {}

    /**
     * A claim or a debt and what is left of it.
     *
     * @param side CREDIT for what we owe, DEBIT for what is owed to us
     * @param amount in the currency it is to be settled in; negative if it takes an earlier one back
     * @param remaining what allocations have left of it
     * @param baseAmount in the company's currency, as posted
     * @param splitPayment whether it is to be paid by the split payment mechanism
     * @param paidBefore what the supplier says was paid of it before the invoice came; it settles nothing
     */
    public record OpenItemView(
            UUID id,
            JournalEntryId entryId,
            String entryNumber,
            String account,
            UUID partyId,
            Side side,
            Money amount,
            Money remaining,
            Money baseAmount,
            LocalDate dueDate,
            @Nullable UUID documentId,
            @Nullable String documentNumber,
            boolean splitPayment,
            @Nullable Money paidBefore) {

        /** What is left of it as a debt of ours; negative if it is a claim. */
        public Money owed() {
            return side == Side.CREDIT ? remaining : remaining.negated();
        }
    }

    /**
     * Whoever keeps an item for a payment.
     *
     * @param name people know it by
     * @param address of its page
     * @param left whether the bank was told already, so that what it did with it may be settled
     * @param letGoAddress of the page on which the item is let go, once the bank was told
     */
    public record Holder(
            String name,
            String address,
            boolean left,
            @Nullable String letGoAddress) {}

    /** Who keeps items for a payment that is under way. Implemented by the module that pays. */
    public interface Hold {

        /** Which of these items are held, and by whom. */
        Map<UUID, Holder> holders(Collection<UUID> items);
    }

    private static final String SELECT =
            """
            select i.id, i.entry_id, j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0') as entry_number,
                   a.code as account, i.party_id, i.side, i.currency, i.amount, i.remaining, i.base_amount, i.due_date,
                   i.split_payment, c.paid_before,\s""" + Confidential.orNothing("i.document_id", "i.document_id") + " as document_id, "
                    + Confidential.orNothing("i.document_id", "c.document_number") + " as document_number " + """
              from ledger.open_item i
              join ledger.open_item_card c on c.company_id = i.company_id and c.item_id = i.id
              join ledger.account a on a.company_id = i.company_id and a.id = i.account_id
              join ledger.journal_entry e on e.company_id = i.company_id and e.id = i.entry_id
              join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
              join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
             where i.company_id = :company\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final ObjectProvider<Hold> holds;

    OpenItems(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, ObjectProvider<Hold> holds) {
        this.holds = holds;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    /** What is open with a party, by due date. */
    public List<OpenItemView> ofParty(UUID partyId) {
        return select("and i.party_id = :party and not i.settled order by i.due_date, i.id", "party", partyId);
    }

    /** All items of a document, settled ones too. */
    public List<OpenItemView> ofDocument(UUID documentId) {
        return select(
                "and i.document_id = :document and " + Confidential.without("i.document_id")
                        + " order by i.due_date, i.id",
                "document",
                documentId);
    }

    /** What suppliers and employees are to get until this day, and every credit they granted whenever it is due; by due date. */
    public List<OpenItemView> payableUntil(LocalDate day) {
        return select("""
                and not i.settled and a.control in ('SUPPLIER', 'EMPLOYEE')
                and (i.due_date <= :until or (i.side = 'CREDIT') = (i.amount < 0))
                and\s""" + Confidential.without("i.document_id") + " order by i.due_date, i.id", "until", day);
    }

    /** What is open on this day by how late it is; per side and currency, never mixed. */
    public List<Ageing> ageing(LocalDate today) {
        String sums = Arrays.stream(Bucket.values())
                .map(bucket ->
                        "coalesce(sum(i.remaining) filter (where " + bucket.condition + "), 0) as " + bucket.name())
                .collect(Collectors.joining(", "));
        return jdbc.sql("select i.side, i.currency, sum(i.remaining) as total, " + sums
                        + " from ledger.open_item i where i.company_id = :company and not i.settled"
                        + " group by i.side, i.currency order by i.side, i.currency")
                .param("company", currentActor.company().value())
                .param("today", today)
                .query((row, n) -> ageing(row))
                .list();
    }

    private static Ageing ageing(ResultSet row) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        List<Money> buckets = new ArrayList<>();
        for (Bucket bucket : Bucket.values()) {
            buckets.add(new Money(row.getBigDecimal(bucket.name()), currency).rounded());
        }
        return new Ageing(
                Side.valueOf(row.getString("side")),
                buckets,
                new Money(row.getBigDecimal("total"), currency).rounded());
    }

    /** What settled this item so far, first things first. */
    public List<AllocationView> allocations(UUID item) {
        return jdbc.sql("select coalesce(" + Confidential.orUnseen("o.document_id", "c.document_number") + """
                        , '') as name, o.id, t.currency, l.recorded_at, l.recorded_by, l.settlement_id,
                               case when l.item_id = :item then l.amount else l.against_amount end as amount,
                               l.undoes is null and not exists (
                                   select from ledger.allocation u
                                    where u.company_id = l.company_id and u.undoes = l.id) as standing
                          from ledger.allocation l
                          join ledger.open_item t on t.company_id = l.company_id and t.id = :item
                          join ledger.open_item o on o.company_id = l.company_id
                           and o.id = case when l.item_id = :item then l.against_id else l.item_id end
                          join ledger.open_item_card c on c.company_id = o.company_id and c.item_id = o.id
                         where l.company_id = :company and (l.item_id = :item or l.against_id = :item)
                         order by l.recorded_at, l.id""")
                .param("company", currentActor.company().value())
                .param("item", item)
                .query((row, n) -> new AllocationView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new Money(row.getBigDecimal("amount"), CurrencyCode.of(row.getString("currency"))).rounded(),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"),
                        row.getObject("settlement_id", UUID.class),
                        row.getBoolean("standing")))
                .list();
    }

    /** Who keeps this item for a payment. */
    public Optional<Holder> holder(UUID item) {
        return holds.orderedStream()
                .flatMap(hold -> hold.holders(List.of(item)).values().stream())
                .findFirst();
    }

    /** These items, settled ones too. */
    public List<OpenItemView> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : select("and i.id in (:ids) order by i.due_date, i.id", "ids", ids);
    }

    /** Those of these items whose documents may be seen, settled ones too: what may be put into a payment. */
    public List<OpenItemView> ofIdsSeen(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : select(
                        "and i.id in (:ids) and " + Confidential.without("i.document_id")
                                + " order by i.due_date, i.id",
                        "ids",
                        ids);
    }

    /** All items of an entry, settled ones too. */
    public List<OpenItemView> ofEntry(JournalEntryId entryId) {
        return select("and i.entry_id = :entry order by i.line_number", "entry", entryId.value());
    }

    private List<OpenItemView> select(String condition, String parameter, Object value) {
        return jdbc.sql(SELECT + condition)
                .param("company", currentActor.company().value())
                .param(parameter, value)
                .query(item())
                .list();
    }

    private RowMapper<OpenItemView> item() {
        CurrencyCode base = currentCompany.get().baseCurrency();
        return (row, n) -> item(row, base);
    }

    private static OpenItemView item(ResultSet row, CurrencyCode base) throws SQLException {
        CurrencyCode currency = CurrencyCode.of(row.getString("currency"));
        BigDecimal paidBefore = row.getBigDecimal("paid_before");
        return new OpenItemView(
                row.getObject("id", UUID.class),
                new JournalEntryId(row.getObject("entry_id", UUID.class)),
                row.getString("entry_number"),
                row.getString("account"),
                row.getObject("party_id", UUID.class),
                Side.valueOf(row.getString("side")),
                new Money(row.getBigDecimal("amount"), currency).rounded(),
                new Money(row.getBigDecimal("remaining"), currency).rounded(),
                new Money(row.getBigDecimal("base_amount"), base).rounded(),
                row.getObject("due_date", LocalDate.class),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                row.getBoolean("split_payment"),
                paidBefore == null ? null : new Money(paidBefore, currency).rounded());
    }
}
