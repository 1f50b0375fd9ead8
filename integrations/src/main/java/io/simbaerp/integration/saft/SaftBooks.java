package io.simbaerp.integration.saft;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.intake.ContentReader;
import io.simbaerp.ledger.foreign.ForeignBooks;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/**
 * Reads a SAF-T file element by element. Accounts and transactions become rows as they come; what the file states of its
 * entries (their number, their debits and credits) is compared with what was read.
 */
@Component
class SaftBooks implements ForeignBooks {

    private static final String ROOT = "AuditFile";
    private static final int LARGEST = 200 * 1024 * 1024;

    @Override
    public Optional<Tables> read(byte[] file, String journal) {
        if (file.length > LARGEST) {
            return Optional.empty();
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                return isSaft(xml) ? Optional.of(tables(xml, new SaftTables(journal, file.length))) : Optional.empty();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            return otherForm(file)
                    ? Optional.empty()
                    : refuse(e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        } catch (NumberFormatException e) {
            return refuse(0);
        }
    }

    private static Optional<Tables> refuse(int line) {
        throw RuleViolation.ofField("file", "foreign-books.file-unreadable", line);
    }

    /** Whether what can't be read is no SAF-T file anyway: others say what is wrong with it. */
    private static boolean otherForm(byte[] file) {
        return !new String(file, 0, Math.min(file.length, 2000), StandardCharsets.UTF_8).contains(ROOT);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static boolean isSaft(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                return xml.getLocalName().equals(ROOT);
            }
        }
        return false;
    }

    private static Tables tables(XMLStreamReader xml, SaftTables tables) throws XMLStreamException {
        boolean entries = false;
        while (xml.hasNext()) {
            ContentReader.goOn();
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "RegistrationNumber" -> tables.keptBy(xml.getElementText());
                case "DefaultCurrencyCode" -> tables.currency(xml.getElementText());
                case "GeneralLedgerEntries" -> entries = true;
                case "NumberOfEntries" -> tables.stated("NumberOfEntries", figure(xml), entries);
                case "TotalDebit" -> tables.stated("TotalDebit", figure(xml), entries);
                case "TotalCredit" -> tables.stated("TotalCredit", figure(xml), entries);
                case "JournalID" -> tables.journal(xml.getElementText());
                case "Account" -> tables.account(SaftElement.read(xml, 0));
                case "Customer" -> tables.masters().partners().add(SaftElement.read(xml, 0), false);
                case "Supplier" -> tables.masters().partners().add(SaftElement.read(xml, 0), true);
                case "TaxTableEntry" -> tables.masters().taxCodes(SaftElement.read(xml, 0));
                case "AnalysisTypeTableEntry" -> tables.masters().value(SaftElement.read(xml, 0));
                case "Transaction" -> tables.transaction(SaftElement.read(xml, 0));
                default -> {
                    // Everything else is passed over.
                }
            }
        }
        return tables.checked();
    }

    private static BigDecimal figure(XMLStreamReader xml) throws XMLStreamException {
        return SaftTables.amount(xml.getElementText().strip());
    }
}
