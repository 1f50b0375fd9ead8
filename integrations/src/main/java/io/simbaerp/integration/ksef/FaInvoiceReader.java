package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.InvoiceReferences;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.FurtherParty;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.PolishTerms.Kind;
import io.simbaerp.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/** Reads a structured invoice of KSeF, FA(2) or FA(3). */
public final class FaInvoiceReader {

    private static final String SELF_BILLED = "389";

    /** BT-8: VAT counts when it is paid. */
    private static final String ON_PAYMENT = "432";

    private static final Map<Kind, String> TYPE_CODES = Map.of(
            Kind.VAT, "380",
            Kind.UPR, "380",
            Kind.ROZ, "380",
            Kind.ZAL, "386",
            Kind.KOR, "384",
            Kind.KOR_ZAL, "384",
            Kind.KOR_ROZ, "384");

    private final XmlElement root;
    private final XmlElement fa;
    private final CurrencyCode currency;
    private final PolishTerms terms;

    private FaInvoiceReader(XmlElement root) {
        this.root = root;
        this.fa = root.first("Fa");
        this.currency = Objects.requireNonNullElse(fa.currency("KodWaluty"), ReceivedInvoice.NO_CURRENCY);
        this.terms = new FaTerms(root, currency).read();
    }

    /**
     * @param rootElement element {@code Faktura} of that version
     * @param problems takes what could not be read
     */
    public static ReceivedInvoice read(FaVersion version, NodeInfo rootElement, ReadingProblems problems) {
        return new FaInvoiceReader(new XmlElement(rootElement, version.names(), problems)).read();
    }

    private ReceivedInvoice read() {
        FaAmounts amounts = new FaAmounts(fa, currency, terms);
        FaLineValues lines = FaLineValues.of(fa, currency, amounts.breakdown());
        FaParties parties = new FaParties(root);
        FaPayment payment = new FaPayment(root, currency);
        boolean advance = terms.kind().concernsAdvance();
        LocalDate day = fa.date("P_6");
        return new ReceivedInvoice(
                false,
                fa.text("P_2"),
                fa.date("P_1"),
                typeCode(),
                currency,
                amounts.vatCurrency(),
                advance ? day : null,
                terms.annotations().cashMethod() ? ON_PAYMENT : null,
                payment.dueDate(),
                references(),
                payment.terms(),
                notes(lines.remarks()),
                null,
                specification(),
                precedingInvoices(),
                parties.seller(),
                parties.buyer(),
                parties.payee(),
                parties.taxRepresentative(),
                delivery(advance ? null : day),
                period(),
                payment.instructions(),
                List.of(),
                List.of(),
                amounts.totals(),
                amounts.breakdown(),
                List.of(),
                FaLines.read(lines.values(), currency),
                terms);
    }

    private @Nullable String typeCode() {
        String code = TYPE_CODES.get(terms.kind());
        return "380".equals(code) && terms.annotations().selfBilling() ? SELF_BILLED : code;
    }

    private @Nullable String specification() {
        XmlElement form = root.first("Naglowek/KodFormularza");
        String code = form.attribute("kodSystemowy");
        String version = form.attribute("wersjaSchemy");
        return code == null || version == null ? code : code + " " + version;
    }

    private InvoiceReferences references() {
        return new InvoiceReferences(
                null,
                null,
                all("WarunkiTransakcji/Umowy/NrUmowy"),
                all("WarunkiTransakcji/Zamowienia/NrZamowienia"),
                null,
                null,
                all("WZ"),
                null,
                null,
                null);
    }

    private @Nullable String all(String path) {
        String joined = fa.all(path).stream()
                .map(XmlElement::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }

    private List<InvoiceNote> notes(List<String> remarks) {
        List<InvoiceNote> notes = new ArrayList<>();
        remarks.forEach(text -> notes.add(new InvoiceNote(null, text)));
        root.all("Stopka/Informacje/StopkaFaktury").stream()
                .map(XmlElement::text)
                .filter(Objects::nonNull)
                .forEach(text -> notes.add(new InvoiceNote(null, text)));
        root.all("Zalacznik/BlokDanych").stream()
                .map(FaAttachment::text)
                .forEach(text -> notes.add(new InvoiceNote(null, text)));
        return notes;
    }

    private List<PrecedingInvoice> precedingInvoices() {
        List<PrecedingInvoice> originals = new ArrayList<>();
        for (XmlElement original : fa.all("DaneFaKorygowanej")) {
            String number = original.text("NrFaKorygowanej");
            if (number != null) {
                originals.add(new PrecedingInvoice(
                        number, original.date("DataWystFaKorygowanej"), original.text("NrKSeFFaKorygowanej")));
            }
        }
        return originals;
    }

    private @Nullable Delivery delivery(@Nullable LocalDate day) {
        String recipient = terms.parties().stream()
                .filter(party -> party.role() == FurtherParty.Role.RECIPIENT)
                .map(FurtherParty::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        PostalAddress address = FaParties.address(fa.first("WarunkiTransakcji/Transport/WysylkaDo"));
        return day == null && recipient == null && address == null ? null : new Delivery(recipient, null, day, address);
    }

    private @Nullable InvoicingPeriod period() {
        LocalDate start = fa.date("OkresFa/P_6_Od");
        LocalDate end = fa.date("OkresFa/P_6_Do");
        return start == null && end == null ? null : new InvoicingPeriod(start, end);
    }
}
