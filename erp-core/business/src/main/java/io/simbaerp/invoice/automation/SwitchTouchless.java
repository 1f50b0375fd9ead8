package io.simbaerp.invoice.automation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.invoice.registration.Occasion;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import java.time.Instant;
import java.util.UUID;

/**
 * Lets the invoices of a supplier be coded as proposed without a person, or by a person again. Whoever switches it on is
 * the coder of what is coded so.
 */
@UseCase(Duty.CODE_INVOICE)
public class SwitchTouchless {

    /** From now on the ordinary invoices of a supplier are coded as proposed. */
    public record TouchlessSwitchedOn(CompanyId company, Actor actor, Instant at, PartyId supplier)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return new Subject("party", supplier.value());
        }
    }

    /** From now on a person codes the invoices of a supplier again. */
    public record TouchlessSwitchedOff(CompanyId company, Actor actor, Instant at, PartyId supplier)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return new Subject("party", supplier.value());
        }
    }

    private final TouchlessRows rows;
    private final Parties parties;
    private final Occasion occasion;

    SwitchTouchless(TouchlessRows rows, Parties parties, Occasion occasion) {
        this.rows = rows;
        this.parties = parties;
        this.occasion = occasion;
    }

    /**
     * Switches it; what is so already stays so.
     *
     * @throws NotFound if there is no such party
     * @throws RuleViolation invoice.touchless-not-earned before three postings in a row were coded as proposed,
     *     invoice.touchless-by-a-person
     */
    public void to(PartyId supplier, boolean on) {
        if (parties.byId(supplier).isEmpty()) {
            throw new NotFound("party", supplier);
        }
        UUID person = occasion.actor().userId().orElseThrow(() -> new RuleViolation("invoice.touchless-by-a-person"));
        rows.takeTurns(supplier.value());
        TouchlessSwitch present = rows.of(supplier.value());
        if (present.on() == on) {
            return;
        }
        if (on && !present.earned()) {
            throw new RuleViolation("invoice.touchless-not-earned", TouchlessSwitch.NEEDED, present.unedited());
        }
        if (on) {
            rows.switchOn(supplier.value(), person);
            occasion.tell(new TouchlessSwitchedOn(occasion.company(), occasion.actor(), occasion.now(), supplier));
        } else {
            rows.switchOff(supplier.value());
            occasion.tell(new TouchlessSwitchedOff(occasion.company(), occasion.actor(), occasion.now(), supplier));
        }
    }
}
