package io.simbaerp.payment.content;

import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.digest.Sha256;
import io.simbaerp.money.Money;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an approval of a run binds to: the account paid from and every order with payee, account, amount, day, title and
 * items, as canonical JSON (RFC 8785) and its SHA-256.
 */
public final class RunContent {

    private static final String RECIPE = "1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunContent() {}

    /** The run as subject of approvals and tasks. */
    public static Subject subject(PaymentRunId id) {
        return new Subject("payment-run", id.value());
    }

    /** The content's fingerprint: 64 hexadecimal digits. */
    public static String hash(PaymentRunView run) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("recipe", RECIPE);
        fields.put("number", run.number());
        fields.put("account", run.account().iban());
        fields.put("orders", run.orders().stream().map(RunContent::order).toList());
        try {
            String canonical = new JsonCanonicalizer(JSON.writeValueAsString(fields)).getEncodedString();
            return Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Jackson writes JSON", e);
        }
    }

    private static Map<String, Object> order(PaymentRunView.Order order) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reference", order.reference());
        fields.put("kind", order.kind().name());
        fields.put("payeeId", order.payeeId().toString());
        fields.put("payee", order.payeeName());
        fields.put("iban", order.iban());
        fields.put("amount", money(order.amount()));
        fields.put("payOn", order.payOn().toString());
        fields.put("title", order.title());
        fields.put(
                "items",
                order.items().stream()
                        .map(item -> List.of(item.openItemId().toString(), item.number(), money(item.amount())))
                        .toList());
        return fields;
    }

    private static List<String> money(Money money) {
        return List.of(
                money.rounded().amount().toPlainString(), money.currency().code());
    }
}
