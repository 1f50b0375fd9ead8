package io.simbaerp.ledger.openitem;

import static io.simbaerp.page.list.ListColumn.Kind.AMOUNT;
import static io.simbaerp.page.list.ListColumn.Kind.LINK;
import static io.simbaerp.page.list.ListColumn.Kind.OWN;
import static io.simbaerp.page.list.ListColumn.Kind.REFERENCE;
import static io.simbaerp.page.list.ListColumn.Kind.TEXT;
import static io.simbaerp.page.list.ListColumn.Kind.WORD;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.page.CurrentReader;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.BulkActions;
import io.simbaerp.page.list.ListCell;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSort;
import io.simbaerp.page.list.ListSource;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of open items is made of: on its page, in REST and in files. */
@Component
class OpenItemListing implements ListSource {

    /**
     * Looked up for the rows that are shown. Were it joined, PostgreSQL would take the rows of a company for fewer with every
     * table, read all of them and sort them instead of following the index of the order.
     */
    private static final String ENTRY = """
            (select j.code || '/' || y.code || '/' || lpad(e.number::text, 6, '0')
               from ledger.journal_entry e
               join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
               join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
              where e.company_id = i.company_id and e.id = i.entry_id)""";

    private static final String ACCOUNT =
            "(select a.code from ledger.account a where a.company_id = i.company_id and a.id = i.account_id)";

    private static final String TABLES = """
            ledger.open_item i
              join ledger.open_item_card c on c.company_id = i.company_id and c.item_id = i.id""";

    private static final String NUMBER = Confidential.orNothing("i.document_id", "c.document_number");

    /** By the number of its document only for whoever may see the document. */
    private static final String FOUND = "(i.id in (select ledger.search_open_item(:text)) and "
            + Confidential.without("i.document_id") + " or i.id in (select ledger.search_open_item(:text, 'party')))";

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.of("due", OWN, "i.due_date")
                    .beside("i.settled")
                    .sorted(ListSort.by("i.due_date", ListSort.Type.DATE))
                    .at("w-due at-4"),
            ListColumn.of("party", REFERENCE, "c.party_name")
                    .beside("c.party_id")
                    .words("/parties/")
                    .sorted(ListSort.by("c.sort_party", ListSort.Type.TEXT))
                    .at("gives at-1"),
            ListColumn.of("item", LINK, "coalesce(" + NUMBER + ", " + ENTRY + ")")
                    .at("gives less at-3"),
            ListColumn.of("document", OWN, Confidential.orNothing("i.document_id", "i.document_id"))
                    .at("desk-only"),
            ListColumn.of("entry", REFERENCE, ENTRY)
                    .beside("i.entry_id")
                    .words("/ledger/entries/")
                    .at("w-number desk-only"),
            ListColumn.of("account", TEXT, ACCOUNT).at("w-code desk-only").onRequest(),
            ListColumn.of("side", WORD, "i.side")
                    .words("ledger.open-item.side.")
                    .at("desk-only"),
            ListColumn.of("amount", AMOUNT, "i.amount").beside("i.currency").at("w-amount desk-only"),
            ListColumn.of("allocated", AMOUNT, "i.amount - i.remaining")
                    .beside("i.currency")
                    .at("w-amount desk-only")
                    .onRequest(),
            ListColumn.of("remaining", AMOUNT, "i.remaining")
                    .beside("i.currency")
                    .sorted(ListSort.by("i.remaining", ListSort.Type.DECIMAL))
                    .at("w-amount at-2"),
            ListColumn.of("paidBefore", AMOUNT, "c.paid_before")
                    .beside("i.currency")
                    .at("w-amount desk-only")
                    .onRequest(),
            ListColumn.of("split", WORD, "case when i.split_payment then 'yes' end")
                    .words("ledger.open-item.split.")
                    .at("desk-only")
                    .onRequest());

    private static final List<ListFilter> FILTERS = List.of(
            ListFilter.oneOf(
                            "state",
                            "ledger.open-item.state.",
                            named("open", "not i.settled", "settled", "i.settled", "all", "true"))
                    .unlessGiven("open"),
            ListFilter.oneOf(
                    "side",
                    "ledger.open-item.side.",
                    named("CREDIT", "i.side = 'CREDIT'", "DEBIT", "i.side = 'DEBIT'")),
            ListFilter.oneOf(
                    "due",
                    "ledger.open-item.due.",
                    named(
                            "late",
                            "i.due_date < :today",
                            OpenItems.Bucket.NOT_DUE.key(),
                            "i.due_date >= :today",
                            OpenItems.Bucket.TO_30.key(),
                            "i.due_date between :today - 30 and :today - 1",
                            OpenItems.Bucket.TO_60.key(),
                            "i.due_date between :today - 60 and :today - 31",
                            OpenItems.Bucket.TO_90.key(),
                            "i.due_date between :today - 90 and :today - 61",
                            OpenItems.Bucket.OVER_90.key(),
                            "i.due_date < :today - 90",
                            "week",
                            "i.due_date between :today and :today + 7")),
            ListFilter.oneOf(
                    "paidBefore",
                    "ledger.open-item.paid-before.",
                    named("yes", "c.paid_before is not null", "no", "c.paid_before is null")),
            ListFilter.of("party", ListFilter.Kind.TEXT, "i.id in (select ledger.search_open_item(:party, 'party'))"),
            ListFilter.of("partyId", ListFilter.Kind.ID, "i.party_id = :partyId"),
            ListFilter.of("currency", ListFilter.Kind.TEXT, "i.currency = upper(:currency)"),
            ListFilter.of("amountFrom", ListFilter.Kind.AMOUNT, "i.remaining >= :amountFrom / 100.0"),
            ListFilter.of("amountTo", ListFilter.Kind.AMOUNT, "i.remaining <= :amountTo / 100.0"),
            ListFilter.of("dueFrom", ListFilter.Kind.DATE, "i.due_date >= :dueFrom"),
            ListFilter.of("dueTo", ListFilter.Kind.DATE, "i.due_date <= :dueTo"));

    private static final ListDescriptor LIST = new ListDescriptor(
            OpenItems.LIST,
            "/open-items",
            Duty.VIEW_LEDGER,
            "ledger.open-item",
            TABLES,
            "i.company_id",
            "i.id",
            null,
            FOUND,
            "due",
            COLUMNS,
            FILTERS);

    private final RuleTexts texts;
    private final Formats formats;
    private final Clock clock;
    private final CurrentReader reader;
    private final Parties parties;
    private final BulkActions actions;

    OpenItemListing(
            RuleTexts texts, Formats formats, Clock clock, CurrentReader reader, Parties parties, BulkActions actions) {
        this.actions = actions;
        this.texts = texts;
        this.formats = formats;
        this.clock = clock;
        this.reader = reader;
        this.parties = parties;
    }

    @Override
    public ListDescriptor descriptor() {
        return LIST;
    }

    /** Payment, above, offers its own. */
    @Override
    public List<BulkAction> actions() {
        return actions.of(OpenItems.LIST);
    }

    @Override
    public @Nullable String nameOf(String filter, UUID id) {
        return parties.byId(new PartyId(id)).map(PartyView::name).orElse(null);
    }

    @Override
    public ListCell cell(String column, @Nullable Object value, @Nullable Object beside, UUID row) {
        if (value == null) {
            return ListCell.text("");
        }
        return column.equals("document")
                ? ListCell.link(texts.message("ledger.open-item.show-document", List.of()), "/documents/" + value)
                : due(((java.sql.Date) value).toLocalDate(), Boolean.TRUE.equals(beside));
    }

    private ListCell due(LocalDate day, boolean settled) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), reader.zone());
        long late = ChronoUnit.DAYS.between(day, today);
        if (settled || late < 0) {
            return ListCell.due("ok", formats.date(day), null);
        }
        return late == 0
                ? ListCell.due("warn", texts.message("ledger.open-item.today", List.of()), formats.day(day))
                : ListCell.due("bad", texts.message("ledger.open-item.late", List.of(late)), formats.date(day));
    }

    private static Map<String, String> named(String... namesAndConditions) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (int at = 0; at < namesAndConditions.length; at += 2) {
            conditions.put(namesAndConditions[at], namesAndConditions[at + 1]);
        }
        return conditions;
    }
}
