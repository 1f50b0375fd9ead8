package io.simbaerp.document.web;

import static io.simbaerp.page.list.ListColumn.Kind.AMOUNT;
import static io.simbaerp.page.list.ListColumn.Kind.DATE;
import static io.simbaerp.page.list.ListColumn.Kind.INSTANT;
import static io.simbaerp.page.list.ListColumn.Kind.LINK;
import static io.simbaerp.page.list.ListColumn.Kind.TEXT;
import static io.simbaerp.page.list.ListColumn.Kind.WORD;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentState;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSort;
import io.simbaerp.page.list.ListSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list of documents is made of: on its page, in REST and in files. */
@Component
class DocumentListing implements ListSource {

    static final String KEY = "documents";

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.of("number", LINK, "d.number")
                    .sorted(ListSort.by("d.sort_number", ListSort.Type.TEXT))
                    .at("w-number at-3"),
            ListColumn.of("title", TEXT, "coalesce(d.title, d.file_name)").at("cutcell at-1"),
            ListColumn.of("kind", WORD, "d.kind").words("document.kind.").at("w-state desk-only"),
            ListColumn.of("state", WORD, "d.state").words("document.state.").at("w-state at-4"),
            ListColumn.of("amount", AMOUNT, "d.amount")
                    .beside("d.currency")
                    .sorted(ListSort.by("d.sort_amount", ListSort.Type.NUMBER))
                    .at("w-amount at-2"),
            ListColumn.of("due", DATE, "d.due_on")
                    .sorted(ListSort.by("d.sort_due", ListSort.Type.DATE))
                    .at("w-date desk-only"),
            ListColumn.of("received", INSTANT, "d.received_at")
                    .sorted(ListSort.byUnique("d.position", ListSort.Type.NUMBER))
                    .at("w-time desk-only"),
            ListColumn.of("supplier", TEXT, "d.supplier_name")
                    .sorted(ListSort.by("d.sort_supplier", ListSort.Type.TEXT))
                    .at("w-name desk-only")
                    .onRequest(),
            ListColumn.of("supplier-number", TEXT, "d.supplier_number")
                    .at("w-number desk-only")
                    .onRequest(),
            ListColumn.of("tax-id", TEXT, "d.supplier_tax_id")
                    .at("w-number desk-only")
                    .onRequest(),
            ListColumn.of("issued", DATE, "d.issued_on").at("w-date desk-only").onRequest(),
            ListColumn.of("received-on", DATE, "d.received_on")
                    .at("w-date desk-only")
                    .onRequest(),
            ListColumn.of("channel", WORD, "d.channel")
                    .words("document.channel.")
                    .at("w-state desk-only")
                    .onRequest(),
            ListColumn.of("class", TEXT, "d.class").at("w-state desk-only").onRequest(),
            ListColumn.of("ksef", TEXT, "d.ksef_number").at("w-name desk-only").onRequest(),
            ListColumn.of("file", TEXT, "d.file_name").at("w-name desk-only").onRequest(),
            ListColumn.of("hash", TEXT, "d.sha256").at("w-name desk-only").onRequest());

    /** Days that move with the calendar, so that a saved view stays what it was saved for. */
    private static final Map<String, String> LATELY = new LinkedHashMap<>();

    static {
        LATELY.put("today", "d.received_on = :today");
        LATELY.put("week", "d.received_on between :today - 6 and :today");
        LATELY.put("month", "d.received_on between :today - 30 and :today");
    }

    private static final List<ListFilter> FILTERS = List.of(
            ListFilter.choice(
                    "state",
                    "d.state",
                    Stream.of(DocumentState.values()).map(Enum::name).toList(),
                    "document.state."),
            ListFilter.choice(
                    "kind",
                    "d.kind",
                    List.of(
                            DocumentKind.PURCHASE_INVOICE,
                            DocumentKind.CREDIT_NOTE,
                            DocumentKind.PLAIN,
                            DocumentKind.UNRECOGNISED),
                    "document.kind."),
            ListFilter.choiceOrOther(
                    "channel", "d.channel", List.of("upload", "rest", "inbox", "demo"), "document.channel."),
            ListFilter.of(
                    "supplier",
                    ListFilter.Kind.TEXT,
                    "d.id in (select document.search_document(:supplier, 'supplier'))"),
            ListFilter.of(
                    "amountFrom", ListFilter.Kind.AMOUNT, "d.currency is not null and d.sort_amount >= :amountFrom"),
            ListFilter.of("amountTo", ListFilter.Kind.AMOUNT, "d.currency is not null and d.sort_amount <= :amountTo"),
            ListFilter.oneOf("received", "document.received.", LATELY),
            ListFilter.of("receivedFrom", ListFilter.Kind.DATE, "d.received_on >= :receivedFrom"),
            ListFilter.of("receivedTo", ListFilter.Kind.DATE, "d.received_on <= :receivedTo"),
            ListFilter.of("issuedFrom", ListFilter.Kind.DATE, "d.issued_on >= :issuedFrom"),
            ListFilter.of("issuedTo", ListFilter.Kind.DATE, "d.issued_on <= :issuedTo"),
            ListFilter.of("dueFrom", ListFilter.Kind.DATE, "d.due_on >= :dueFrom"),
            ListFilter.of("dueTo", ListFilter.Kind.DATE, "d.due_on <= :dueTo"));

    private static final ListDescriptor LIST = new ListDescriptor(
            KEY,
            "/documents",
            Duty.VIEW_DOCUMENT,
            "document",
            "document.document d",
            "d.company_id",
            "d.id",
            null,
            "d.id in (select document.search_document(:text))",
            "-received",
            COLUMNS,
            FILTERS);

    private final List<BulkAction> actions;

    DocumentListing(ArchiveDocuments archive, RejectDocuments reject) {
        this.actions = List.of(archive, reject);
    }

    @Override
    public ListDescriptor descriptor() {
        return LIST;
    }

    @Override
    public @Nullable String tone(String column, String value) {
        return column.equals("state") ? DocumentRow.tone(DocumentState.valueOf(value)) : null;
    }

    @Override
    public List<BulkAction> actions() {
        return actions;
    }
}
