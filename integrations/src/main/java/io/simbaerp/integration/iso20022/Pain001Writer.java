package io.simbaerp.integration.iso20022;

import io.simbaerp.integration.xml.XmlOutput;
import io.simbaerp.money.Money;
import io.simbaerp.payment.file.PaymentMessage;
import io.simbaerp.payment.file.PaymentMessage.Debtor;
import io.simbaerp.payment.file.PaymentMessage.PostalAddress;
import io.simbaerp.payment.file.PaymentMessage.Transfer;
import io.simbaerp.payment.file.UnwritablePayment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes customer credit transfers as pain.001.001.09: one PmtInf per debtor account, currency, day and kind. SEPA
 * transfers carry what their rulebook demands, domestic ones what the bank's profile says. Addresses are structured, or
 * left out where no town is known.
 */
final class Pain001Writer {

    static final String FORMAT = "pain.001.001.09";

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:" + FORMAT;
    private static final int LONGEST_ID = 35;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TITLE = 140;

    /** The number of a house at the end of a street: 3, 12a, 8/14, 3 lok. 5. */
    private static final Pattern HOUSE =
            Pattern.compile("(.*?\\D)\\s+(\\d[\\dA-Za-z/.-]*(?: (?:lok|m)\\.? ?\\d+[A-Za-z]?)?)");

    private Pain001Writer() {}

    /** What goes into one PmtInf. */
    private record Batch(String kind, String currency, LocalDate payOn) {}

    /** @throws UnwritablePayment naming the element that would be empty or too long */
    static byte[] write(PaymentMessage message) {
        if (message.transfers().isEmpty()) {
            throw new UnwritablePayment("PmtInf: there is nothing to pay");
        }
        Xml xml = new Xml(new XmlOutput(Map.of("", NAMESPACE), "Document"));
        xml.in("CstmrCdtTrfInitn", () -> initiation(xml, message));
        return xml.out.finish();
    }

    private static void initiation(Xml xml, PaymentMessage message) {
        xml.in("GrpHdr", () -> {
            xml.text("MsgId", message.id(), LONGEST_ID);
            xml.text("CreDtTm", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(message.madeAt()), LONGEST_ID);
            totals(xml, message.transfers());
            xml.in("InitgPty", () -> xml.text("Nm", cut(message.debtor().name(), LONGEST_NAME), LONGEST_NAME));
        });
        Map<Batch, List<Transfer>> batches = new LinkedHashMap<>();
        for (Transfer transfer : message.transfers()) {
            Batch batch =
                    new Batch(transfer.kind(), transfer.amount().currency().code(), transfer.payOn());
            batches.computeIfAbsent(batch, key -> new ArrayList<>()).add(transfer);
        }
        int number = 0;
        for (Map.Entry<Batch, List<Transfer>> batch : batches.entrySet()) {
            String id = message.id() + "-" + ++number;
            xml.in("PmtInf", () -> batch(xml, id, message.debtor(), batch.getKey(), batch.getValue()));
        }
    }

    private static void batch(Xml xml, String id, Debtor debtor, Batch batch, List<Transfer> transfers) {
        boolean sepa = batch.kind().equals("SEPA");
        String level = sepa ? "SEPA" : debtor.serviceLevel();
        xml.text("PmtInfId", id, LONGEST_ID);
        xml.text("PmtMtd", "TRF", LONGEST_ID);
        totals(xml, transfers);
        if (level != null) {
            xml.in("PmtTpInf", () -> xml.in("SvcLvl", () -> xml.text("Cd", level, 4)));
        }
        xml.in("ReqdExctnDt", () -> xml.text("Dt", batch.payOn().toString(), LONGEST_ID));
        xml.in("Dbtr", () -> party(xml, debtor.name(), debtor.address()));
        xml.in("DbtrAcct", () -> {
            xml.in("Id", () -> xml.text("IBAN", debtor.iban(), 34));
            xml.text("Ccy", debtor.currency(), 3);
        });
        xml.in("DbtrAgt", () -> xml.in("FinInstnId", () -> agent(xml, debtor.bic())));
        xml.text("ChrgBr", sepa ? "SLEV" : debtor.chargeBearer(), 4);
        for (Transfer transfer : transfers) {
            xml.in("CdtTrfTxInf", () -> transfer(xml, transfer));
        }
    }

    private static void transfer(Xml xml, Transfer transfer) {
        if (transfer.amount().amount().signum() <= 0) {
            throw new UnwritablePayment("InstdAmt: " + transfer.amount() + " of " + transfer.reference());
        }
        xml.in("PmtId", () -> xml.text("EndToEndId", transfer.reference(), LONGEST_ID));
        xml.in("Amt", () -> xml.amount("InstdAmt", transfer.amount()));
        xml.in("Cdtr", () -> party(xml, transfer.payee(), transfer.address()));
        xml.in("CdtrAcct", () -> xml.in("Id", () -> xml.text("IBAN", transfer.iban(), 34)));
        xml.in("RmtInf", () -> xml.text("Ustrd", transfer.title(), LONGEST_TITLE));
    }

    private static void agent(Xml xml, @Nullable String bic) {
        if (bic == null) {
            xml.in("Othr", () -> xml.text("Id", "NOTPROVIDED", LONGEST_ID));
        } else {
            xml.text("BICFI", bic, 11);
        }
    }

    private static void party(Xml xml, String name, PostalAddress address) {
        xml.text("Nm", cut(name, LONGEST_NAME), LONGEST_NAME);
        String town = address.town();
        if (town != null && !town.isBlank()) {
            xml.in("PstlAdr", () -> address(xml, address, town));
        }
    }

    private static void address(Xml xml, PostalAddress address, String town) {
        String street = address.street();
        if (street != null && !street.isBlank()) {
            Matcher house = HOUSE.matcher(street.strip());
            boolean apart = house.matches() && house.group(2).length() <= 16;
            xml.text("StrtNm", cut(apart ? house.group(1).strip() : street.strip(), 70), 70);
            if (apart) {
                xml.text("BldgNb", house.group(2), 16);
            }
        }
        String postalCode = address.postalCode();
        if (postalCode != null && !postalCode.isBlank()) {
            xml.text("PstCd", cut(postalCode.strip(), 16), 16);
        }
        xml.text("TwnNm", cut(town.strip(), 35), 35);
        xml.text("Ctry", address.country(), 2);
    }

    private static void totals(Xml xml, List<Transfer> transfers) {
        BigDecimal sum = transfers.stream()
                .map(transfer -> transfer.amount().rounded().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        xml.text("NbOfTxs", String.valueOf(transfers.size()), 15);
        xml.text("CtrlSum", sum.toPlainString(), 20);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).strip();
    }

    /** Elements by nesting; what is empty or too long is refused by its name. */
    private record Xml(XmlOutput out) {

        void in(String element, Runnable inside) {
            out.requiredGroup(element, inside);
        }

        void text(String element, String text, int most) {
            if (text.isBlank() || text.length() > most) {
                throw new UnwritablePayment(element + ": 1 to " + most + " characters, not \"" + text + "\"");
            }
            out.text(element, text);
        }

        void amount(String element, Money money) {
            out.number(
                    element, money.rounded().amount(), "Ccy", money.currency().code());
        }
    }
}
