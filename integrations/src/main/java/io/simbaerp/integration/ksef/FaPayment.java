package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PaymentInstructions.CreditTransfer;
import io.simbaerp.invoice.received.polish.PaymentState;
import io.simbaerp.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Platnosc: how and when an FA is to be paid, and what was paid already. */
final class FaPayment {

    /** FormaPlatnosci in UNTDID 4461; what has no code there is said in words. */
    static final Map<String, String> MEANS_CODES = Map.of("1", "10", "2", "48", "4", "20", "6", "30", "7", "68");

    static final Map<String, String> MEANS = Map.of(
            "1", "CASH",
            "2", "CARD",
            "3", "VOUCHER",
            "4", "CHEQUE",
            "5", "CREDIT",
            "6", "TRANSFER",
            "7", "MOBILE");

    private final XmlElement payment;
    private final CurrencyCode currency;

    FaPayment(XmlElement root, CurrencyCode currency) {
        this.payment = root.first("Fa/Platnosc");
        this.currency = currency;
    }

    /** The first day something is due: an invoice to be paid in parts is looked at from then on. */
    @Nullable
    LocalDate dueDate() {
        return payment.all("TerminPlatnosci/Termin").stream()
                .map(XmlElement::date)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** BT-20: descriptions of days and the discount for paying early. */
    @Nullable
    String terms() {
        Stream<@Nullable String> days = payment.all("TerminPlatnosci").stream().map(FaPayment::description);
        String terms = Stream.concat(days, Stream.of(discount()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return terms.isEmpty() ? null : terms;
    }

    @Nullable
    PaymentInstructions instructions() {
        if (!payment.exists()) {
            return null;
        }
        String means = payment.text("FormaPlatnosci");
        List<CreditTransfer> accounts = new ArrayList<>();
        payment.all("RachunekBankowyFaktora").forEach(account -> accounts.add(account(account, true)));
        payment.all("RachunekBankowy").forEach(account -> accounts.add(account(account, false)));
        return new PaymentInstructions(
                means == null ? null : MEANS_CODES.get(means),
                payment.text("OpisPlatnosci"),
                null,
                accounts,
                null,
                null);
    }

    private static CreditTransfer account(XmlElement account, boolean ofFactor) {
        return new CreditTransfer(
                account.text("NrRB"),
                account.text("OpisRachunku"),
                account.text("SWIFT"),
                account.text("NazwaBanku"),
                ofFactor);
    }

    PaymentState state() {
        return new PaymentState(
                "1".equals(payment.text("Zaplacono")) || "2".equals(payment.text("ZnacznikZaplatyCzesciowej")),
                payment.date("DataZaplaty"),
                payment.all("ZaplataCzesciowa").stream().map(this::partial).toList(),
                payment.all("TerminPlatnosci").stream()
                        .map(term -> new PaymentState.Due(term.date("Termin"), description(term)))
                        .toList(),
                means(payment),
                discount(),
                payment.text("LinkDoPlatnosci"),
                payment.text("IPKSeF"));
    }

    private PaymentState.Partial partial(XmlElement part) {
        return new PaymentState.Partial(
                part.money("KwotaZaplatyCzesciowej", currency), part.date("DataZaplatyCzesciowej"), means(part));
    }

    private static @Nullable String means(XmlElement parent) {
        String number = parent.text("FormaPlatnosci");
        return number == null ? parent.text("OpisPlatnosci") : MEANS.get(number);
    }

    /** In FA(3) a number, a unit and an event, in FA(2) a text. */
    private static @Nullable String description(XmlElement term) {
        XmlElement description = term.first("TerminOpis");
        String event = description.text("ZdarzeniePoczatkowe");
        return event == null
                ? description.text()
                : joined(" ", description.text("Ilosc"), description.text("Jednostka"), "-", event);
    }

    private @Nullable String discount() {
        String text = joined(": ", payment.text("Skonto/WarunkiSkonta"), payment.text("Skonto/WysokoscSkonta"));
        return text.isEmpty() ? null : text;
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(separator));
    }
}
