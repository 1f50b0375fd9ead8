package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Two levels for matters of a kind no process knows. */
@Component
class MatrixOfTheTest implements LevelsAbove {

    static final String KIND = "matter-under-limits";

    @Override
    public Optional<Duty> above(Subject subject, Duty level) {
        return subject.kind().equals(KIND) && level == Duty.APPROVE_INVOICE
                ? Optional.of(Duty.APPROVE_INVOICE_ABOVE_LIMIT)
                : Optional.empty();
    }
}
