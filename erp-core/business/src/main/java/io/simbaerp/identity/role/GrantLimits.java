package io.simbaerp.identity.role;

import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.RuleViolation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Limits of a grant as somebody enters them: an amount, and lists separated by commas. */
public final class GrantLimits {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._/-]{1,40}");

    private GrantLimits() {}

    /**
     * The limits.
     *
     * @param upTo an amount in the company's currency, with a point or a comma; empty for any amount
     * @throws RuleViolation role.limit-amount-wrong, role.limit-code-wrong
     */
    public static DutyLimit of(@Nullable String upTo, @Nullable String costCentres, @Nullable String documentTypes) {
        return new DutyLimit(
                hundredths(upTo), codes("costCentres", costCentres), codes("documentTypes", documentTypes));
    }

    private static @Nullable Long hundredths(@Nullable String upTo) {
        if (upTo == null || upTo.isBlank()) {
            return null;
        }
        String plain = upTo.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (!plain.matches("\\d{1,15}(\\.\\d{1,2})?")) {
            throw RuleViolation.ofField("upTo", "role.limit-amount-wrong", upTo);
        }
        return new BigDecimal(plain).movePointRight(2).longValueExact();
    }

    private static Set<String> codes(String field, @Nullable String joined) {
        if (joined == null || joined.isBlank()) {
            return Set.of();
        }
        Set<String> codes = Arrays.stream(joined.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        codes.stream().filter(code -> !CODE.matcher(code).matches()).findFirst().ifPresent(wrong -> {
            throw RuleViolation.ofField(field, "role.limit-code-wrong", wrong);
        });
        return codes;
    }
}
