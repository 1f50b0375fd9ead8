package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an FA comes to.
 *
 * @param net BT-131, stated or computed
 * @param computed whether it had to be computed from the value with VAT
 * @param category BT-151
 * @param rate BT-152
 */
record FaLineValue(
        XmlElement element,
        @Nullable Money net,
        boolean computed,
        @Nullable String category,
        @Nullable BigDecimal rate) {

    /** A line with the net amount and the rate it states. */
    static FaLineValue stated(XmlElement element, @Nullable Money net, String rateName) {
        BigDecimal foreign = element.decimal(rateName + "_XII");
        if (foreign != null) {
            return new FaLineValue(element, net, false, "S", foreign);
        }
        String code = element.text(rateName);
        return code == null
                ? new FaLineValue(element, net, false, null, null)
                : new FaLineValue(element, net, false, FaRates.category(code), FaRates.rate(code));
    }

    /** StanPrzed: the state before a correction, taken away again. */
    boolean before() {
        return "1".equals(element.text("StanPrzed")) || "1".equals(element.text("StanPrzedZ"));
    }

    /** What it adds to the totals. */
    BigDecimal share() {
        BigDecimal amount = net == null ? BigDecimal.ZERO : net.amount();
        return before() ? amount.negate() : amount;
    }

    boolean isOf(@Nullable String otherCategory, @Nullable BigDecimal otherRate) {
        if (category == null || !category.equals(otherCategory)) {
            return false;
        }
        BigDecimal mine = rate == null ? BigDecimal.ZERO : rate;
        return mine.compareTo(otherRate == null ? BigDecimal.ZERO : otherRate) == 0;
    }

    FaLineValue of(@Nullable String newCategory, @Nullable BigDecimal newRate) {
        return new FaLineValue(element, net, computed, newCategory, newRate);
    }

    FaLineValue worth(Money newNet) {
        return new FaLineValue(element, newNet, true, category, rate);
    }
}
