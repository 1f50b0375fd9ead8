package io.simbaerp.integration.jpk;

import io.simbaerp.company.CompanyView;
import io.simbaerp.ledger.report.Journal;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.party.PartyView;
import io.simbaerp.reporting.jpk.LedgerFileDraft;
import io.simbaerp.reporting.jpk.LedgerFileFormat;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes JPK_KR_PD(1) in the order of its schema, element by element; nothing is kept but counts and sums. */
final class KrPdWriter implements LedgerFileFormat.Writing {

    private static final String NAMESPACE = "http://jpk.mf.gov.pl/wzor/2024/09/04/09041/";

    private static final String TYPES = "http://crd.gov.pl/xml/schematy/dziedzinowe/mf/2022/01/05/eD/DefinicjeTypy/";
    /** Numbers of another form, such as those of an offline invoice not yet sent, are none to the schema. */
    private static final String KSEF_NUMBER = "([1-9]((\\d[1-9])|([1-9]\\d))\\d{7}|M\\d{9}|[A-Z]{3}\\d{7})"
            + "-20[2-9]\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}";

    private static final int SHORT = 256;
    private static final int LONG = 512;

    private final XMLStreamWriter xml;
    private long entries;
    private long lines;
    private BigDecimal totalSum = BigDecimal.ZERO;
    private BigDecimal debitSum = BigDecimal.ZERO;
    private BigDecimal creditSum = BigDecimal.ZERO;

    KrPdWriter(OutputStream out) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "JPK");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeNamespace("etd", TYPES);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void begin(CompanyView company, LedgerFileDraft draft, LedgerFileFormat.Year year, Instant made) {
        start("Naglowek");
        form();
        element("WariantFormularza", "1");
        element("CelZlozenia", draft.correction() ? "2" : "1");
        element("DataWytworzeniaJPK", made.truncatedTo(ChronoUnit.SECONDS).toString());
        element("DataOd", draft.from().toString());
        element("DataDo", draft.to().toString());
        element("RokDataOd", year.from().toString());
        element("RokDataDo", year.to().toString());
        element("DomyslnyKodWaluty", company.baseCurrency().code());
        element("KodUrzedu", draft.taxOffice());
        end();
        start("Podmiot1");
        start("IdentyfikatorPodmiotu");
        typed("NIP", digits(company.taxId()));
        typed("PelnaNazwa", company.name());
        end();
        address(company, draft.address());
        end();
    }

    private void form() {
        try {
            xml.writeStartElement(NAMESPACE, "KodFormularza");
            xml.writeAttribute("kodSystemowy", "JPK_KR_PD (1)");
            xml.writeAttribute("wersjaSchemy", "1-1");
            xml.writeCharacters("JPK_KR_PD");
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void address(CompanyView company, LedgerFileDraft.AddressParts parts) {
        start("Adres");
        start("AdresPol");
        typed("KodKraju", "PL");
        typed("Wojewodztwo", parts.voivodeship());
        typed("Powiat", parts.district());
        typed("Gmina", parts.municipality());
        String street = company.street() == null ? "" : company.street().replaceAll("\\s+\\d+\\w*(/\\d+\\w*)?$", "");
        if (!street.isBlank()) {
            typed("Ulica", cut(street, 65));
        }
        typed("NrDomu", parts.house());
        typed("Miejscowosc", String.valueOf(company.city()));
        typed("KodPocztowy", String.valueOf(company.postalCode()));
        end();
        end();
    }

    @Override
    public void party(PartyView party) {
        start("Kontrahent");
        element("T_1", code(party));
        String taxId = party.taxId();
        if (taxId != null) {
            boolean prefixed = taxId.matches("[A-Z]{2}.+");
            element("T_2", prefixed ? taxId.substring(0, 2).replace("EL", "GR") : party.country());
            element("T_3", cut(prefixed ? taxId.substring(2) : taxId, 50));
        }
        end();
    }

    private static String code(PartyView party) {
        return party.id().value().toString();
    }

    @Override
    public void accounts(List<LedgerFileFormat.Account> accounts) {
        start("ZOiS");
        for (LedgerFileFormat.Account account : accounts) {
            start("ZOiS7");
            element("S_1", account.code());
            element("S_2", cut(account.name(), SHORT));
            element("S_3", account.parent());
            amounts(4, positive(account.opening(), false), positive(account.opening(), true));
            amounts(6, account.debit(), account.credit());
            amounts(8, account.yearDebit(), account.yearCredit());
            amounts(10, positive(account.closing(), false), positive(account.closing(), true));
            element("S_12_1", String.valueOf(account.marker()));
            optional("S_12_2", account.second());
            optional("S_12_3", account.tax());
            end();
        }
        end();
    }

    private void amounts(int number, Money debit, Money credit) {
        element("S_" + number, figure(debit));
        element("S_" + (number + 1), figure(credit));
    }

    @Override
    public void entry(
            Journal.Entry entry,
            List<Journal.Line> its,
            @Nullable PartyView party,
            String recordedBy,
            @Nullable String ksefNumber) {
        entries++;
        totalSum = totalSum.add(entry.total().amount());
        start("Dziennik");
        element("D_1", entry.fullNumber());
        element("D_2", entry.book());
        optional("D_3", party == null ? null : code(party));
        String document = entry.documentNumber();
        element("D_4", cut(document == null || document.isBlank() ? entry.fullNumber() : document, SHORT));
        element(
                "D_5",
                document == null || document.isBlank() ? "PK" : entry.book().replaceAll("/.*", ""));
        element("D_6", entry.operationDate().toString());
        element("D_7", entry.documentDate().toString());
        element("D_8", entry.bookedOn().toString());
        element("D_9", cut(recordedBy, SHORT));
        element("D_10", cut(entry.narration(), LONG));
        element("D_11", figure(entry.total()));
        optional("D_12", ksefNumber != null && ksefNumber.matches(KSEF_NUMBER) ? ksefNumber : null);
        its.forEach(line -> line(line, entry));
        end();
    }

    private void line(Journal.Line line, Journal.Entry entry) {
        lines++;
        debitSum = debitSum.add(line.debit().amount());
        creditSum = creditSum.add(line.credit().amount());
        boolean debit = !line.debit().isZero();
        start("KontoZapis");
        element("Z_1", String.valueOf(line.number()));
        element("Z_2", cut(line.text() == null || line.text().isBlank() ? entry.narration() : line.text(), LONG));
        element("Z_3", line.account());
        element(debit ? "Z_4" : "Z_7", figure(debit ? line.debit() : line.credit()));
        Money foreign = line.transactionAmount();
        if (foreign != null && !foreign.currency().equals(line.debit().currency())) {
            element(debit ? "Z_5" : "Z_8", figure(foreign));
            element(debit ? "Z_6" : "Z_9", foreign.currency().code());
        }
        end();
    }

    @Override
    public Journal.Totals end(CurrencyCode base, List<Money> differences) {
        Journal.Totals totals = new Journal.Totals(
                entries,
                new Money(totalSum, base).rounded(),
                lines,
                new Money(debitSum, base).rounded(),
                new Money(creditSum, base).rounded());
        start("Ctrl");
        element("C_1", String.valueOf(totals.entries()));
        element("C_2", figure(totals.total()));
        element("C_3", String.valueOf(totals.lines()));
        element("C_4", figure(totals.debit()));
        element("C_5", figure(totals.credit()));
        end();
        start("RPD");
        for (int number = 1; number <= 8; number++) {
            element("K_" + number, number > differences.size() ? "0.00" : figure(differences.get(number - 1)));
        }
        end();
        end();
        return totals;
    }

    @Override
    public void close() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(String name) {
        try {
            xml.writeStartElement(NAMESPACE, name);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void end() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void element(String name, String text) {
        write(NAMESPACE, name, text);
    }

    private void typed(String name, String text) {
        write(TYPES, name, text);
    }

    private void optional(String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            element(name, text);
        }
    }

    private void write(String namespace, String name, String text) {
        try {
            xml.writeStartElement(namespace, name);
            xml.writeCharacters(
                    text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "").strip());
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Money positive(Money amount, boolean negative) {
        boolean taken = amount.isNegative() == negative;
        return taken ? (negative ? amount.negated() : amount) : amount.minus(amount);
    }

    private static String figure(Money amount) {
        return amount.amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String digits(@Nullable String taxId) {
        return taxId == null ? "" : taxId.replaceAll("[^0-9]", "");
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
