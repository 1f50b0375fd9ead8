package io.simbaerp.tax;

import io.simbaerp.architecture.RuleViolation;
import java.util.function.Supplier;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/** Names the refusal of the database when a month is locked for VAT, which nobody can know before without asking twice. */
final class LockedVatPeriod {

    private LockedVatPeriod() {}

    /** @throws RuleViolation vat-register.period-locked */
    static <T> T naming(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (DataAccessException failure) {
            if (failure.getMostSpecificCause() instanceof PSQLException refusal) {
                ServerErrorMessage message = refusal.getServerErrorMessage();
                if (message != null && "vat_register_row_period_is_open".equals(message.getConstraint())) {
                    throw RuleViolation.ofField(
                            "vatPeriod", "vat-register.period-locked", String.valueOf(message.getMessage()));
                }
            }
            throw failure;
        }
    }
}
