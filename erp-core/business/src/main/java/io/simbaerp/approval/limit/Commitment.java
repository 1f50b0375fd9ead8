package io.simbaerp.approval.limit;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an approval commits the company to, as rolling limits measure it.
 *
 * @param net in the company's currency; its sign doesn't matter
 * @param costCentres the part of each cost centre
 */
public record Commitment(@Nullable UUID supplier, Money net, Map<String, Money> costCentres) {

    public Commitment {
        costCentres = Map.copyOf(costCentres);
    }

    /** The net without its sign, as it is stored with a decision. */
    public String size() {
        return net.amount().abs().toPlainString();
    }

    /** The parts of the cost centres without their signs, as JSON. */
    public String centres() {
        Map<String, BigDecimal> sizes = new TreeMap<>();
        costCentres.forEach((centre, part) -> sizes.put(centre, part.amount().abs()));
        return JsonMapper.shared().writeValueAsString(sizes);
    }
}
