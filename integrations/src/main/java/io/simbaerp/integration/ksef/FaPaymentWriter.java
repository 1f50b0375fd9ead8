package io.simbaerp.integration.ksef;

import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PaymentInstructions.CreditTransfer;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.PaymentState;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes how and when an FA is to be paid. */
final class FaPaymentWriter {

    /** How the reader writes down a number of units from an event on. */
    private static final Pattern FROM_AN_EVENT = Pattern.compile("([0-9]+) (\\S.*?) - (\\S.*)");

    private final FaElements out;
    private final ReceivedInvoice invoice;
    private final PaymentState state;

    FaPaymentWriter(FaElements out, ReceivedInvoice invoice, PaymentState state) {
        this.out = out;
        this.invoice = invoice;
        this.state = state;
    }

    void write() {
        if (invoice.payment() == null && invoice.dueDate() == null && state.equals(PaymentState.NONE)) {
            return;
        }
        out.group("Platnosc", () -> {
            paid();
            due();
            means(invoice.payment());
            accounts("RachunekBankowy", false);
            accounts("RachunekBankowyFaktora", true);
            discount(state.discount());
            out.text("LinkDoPlatnosci", state.link(), FaElements.LONG_TEXT);
            out.text("IPKSeF", state.identifier());
        });
    }

    private void paid() {
        if (state.partly().isEmpty()) {
            out.mark("Zaplacono", state.paid());
            out.text("DataZaplaty", state.paid() ? state.paidOn() : null);
            return;
        }
        out.text("ZnacznikZaplatyCzesciowej", state.paid() ? "2" : "1");
        state.partly()
                .forEach(part -> out.group("ZaplataCzesciowa", () -> {
                    out.amount("KwotaZaplatyCzesciowej", part.amount());
                    out.text("DataZaplatyCzesciowej", part.date());
                    means(part.means());
                }));
    }

    private void due() {
        List<PaymentState.Due> days = state.due().isEmpty() && invoice.dueDate() != null
                ? List.of(new PaymentState.Due(invoice.dueDate(), null))
                : state.due();
        days.forEach(day -> out.group("TerminPlatnosci", () -> {
            out.text("Termin", day.date());
            Matcher event = FROM_AN_EVENT.matcher(day.description() == null ? "" : day.description());
            if (event.matches()) {
                out.group("TerminOpis", () -> {
                    out.text("Ilosc", event.group(1));
                    out.text("Jednostka", event.group(2));
                    out.text("ZdarzeniePoczatkowe", event.group(3));
                });
            }
        }));
    }

    private void means(@Nullable PaymentInstructions payment) {
        if (state.means() != null || payment == null) {
            means(state.means());
        } else if (payment.meansCode() != null) {
            String number = key(FaPayment.MEANS_CODES, payment.meansCode());
            means(number == null ? payment.meansText() : FaPayment.MEANS.get(number));
        } else {
            means(payment.meansText());
        }
    }

    private void means(@Nullable String means) {
        if (means == null) {
            return;
        }
        String number = key(FaPayment.MEANS, means);
        out.text("FormaPlatnosci", number);
        out.mark("PlatnoscInna", number == null);
        out.text("OpisPlatnosci", number == null ? means : null);
    }

    private void accounts(String name, boolean ofFactor) {
        PaymentInstructions payment = invoice.payment();
        if (payment == null) {
            return;
        }
        for (CreditTransfer account : payment.creditTransfers()) {
            if (account.ofFactor() == ofFactor && account.account() != null) {
                out.group(name, () -> {
                    out.text("NrRB", account.account());
                    out.text("SWIFT", account.serviceProvider());
                    out.text("NazwaBanku", account.bankName());
                    out.text("OpisRachunku", account.accountName());
                });
            }
        }
    }

    private void discount(@Nullable String discount) {
        int colon = discount == null ? -1 : discount.lastIndexOf(": ");
        if (discount != null && colon > 0) {
            out.group("Skonto", () -> {
                out.text("WarunkiSkonta", discount.substring(0, colon));
                out.text("WysokoscSkonta", discount.substring(colon + 2));
            });
        }
    }

    private static @Nullable String key(Map<String, String> map, String value) {
        return map.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
