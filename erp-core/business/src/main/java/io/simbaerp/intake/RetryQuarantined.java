package io.simbaerp.intake;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import org.springframework.stereotype.Component;

/** Takes a document out of quarantine and tries it once more, for the person who asks for it. */
@Component
public class RetryQuarantined {

    private final Reception reception;
    private final CurrentActor currentActor;
    private final Permission permission;

    RetryQuarantined(Reception reception, CurrentActor currentActor, Permission permission) {
        this.reception = reception;
        this.currentActor = currentActor;
        this.permission = permission;
    }

    /**
     * Registered, or in quarantine once more.
     *
     * @throws RuleViolation intake.not-in-quarantine
     * @throws io.simbaerp.architecture.MissingDuty without the duty to decide about quarantine
     */
    public Receipt retry(DocumentId id) {
        permission.require(Duty.DECIDE_QUARANTINE);
        Acting acting = currentActor.get();
        return reception
                .read(acting.company(), id, TakeUpDocument.Claim.FROM_QUARANTINE, acting.actor())
                .orElseThrow(() -> new RuleViolation("intake.not-in-quarantine"));
    }
}
