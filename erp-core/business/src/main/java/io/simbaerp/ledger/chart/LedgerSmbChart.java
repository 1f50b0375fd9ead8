package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.RuleViolation;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A chart of LedgerSMB: headings around accounts, each with number, description and category. */
final class LedgerSmbChart {

    private final List<ChartAccount> accounts = new ArrayList<>();
    private final Deque<String> headings = new ArrayDeque<>();
    private @Nullable ChartAccount current;

    private LedgerSmbChart() {}

    /** @throws RuleViolation chart.file-unreadable with line and reason */
    static List<ChartAccount> read(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        LedgerSmbChart chart = new LedgerSmbChart();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            while (reader.hasNext()) {
                chart.take(reader.next(), reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw RuleViolation.ofField(
                    "file",
                    "chart.file-unreadable",
                    e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        }
        return chart.accounts;
    }

    private void take(int event, XMLStreamReader reader) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            switch (reader.getLocalName()) {
                case "account-heading" -> {
                    ChartAccount heading = account(reader, false);
                    accounts.add(heading);
                    headings.push(heading.code());
                }
                case "account" -> {
                    ChartAccount account = account(reader, true);
                    current = "true".equals(reader.getAttributeValue(null, "contra")) ? account.contra() : account;
                }
                case "link" -> link(reader.getAttributeValue(null, "code"));
                default -> {}
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            if ("account-heading".equals(reader.getLocalName())) {
                headings.pop();
            } else if ("account".equals(reader.getLocalName()) && current != null) {
                accounts.add(current);
                current = null;
            }
        }
    }

    /** The links AR and AP mark what customers owe and what is owed to suppliers. */
    private void link(@Nullable String code) {
        if (current != null && ("AR".equals(code) || "AP".equals(code))) {
            current = current.controlling("AR".equals(code) ? "CUSTOMER" : "SUPPLIER");
        }
    }

    private ChartAccount account(XMLStreamReader reader, boolean postable) {
        String code = reader.getAttributeValue(null, "code");
        String name = reader.getAttributeValue(null, "description");
        return ChartAccount.of(
                reader.getLocation().getLineNumber(),
                code == null ? "" : code.strip(),
                name == null ? "" : name,
                reader.getAttributeValue(null, "category"),
                headings.peek(),
                postable);
    }
}
