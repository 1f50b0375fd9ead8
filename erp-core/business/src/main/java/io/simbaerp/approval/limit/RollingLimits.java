package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.identity.role.People;
import io.simbaerp.identity.role.PersonView;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rolling limits of the company, also those that have ended. */
@Query(Duty.VIEW_DUTIES)
public class RollingLimits {

    private static final int MOST_SUPPLIERS = 500;

    private final LimitBook book;
    private final People people;
    private final Parties parties;

    RollingLimits(LimitBook book, People people, Parties parties) {
        this.book = book;
        this.people = people;
        this.parties = parties;
    }

    /** The levels of approval that may have limits. */
    public static Set<Duty> levels() {
        return EnumSet.of(Duty.APPROVE_INVOICE, Duty.APPROVE_INVOICE_ABOVE_LIMIT);
    }

    /** Those in force first. */
    public List<RollingLimit> all() {
        return book.all();
    }

    /** @throws NotFound if there is none */
    public RollingLimit byId(UUID id) {
        return book.all().stream()
                .filter(limit -> limit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("rolling-limit", id));
    }

    /** Whose limits may be set. */
    public List<PersonView> people() {
        return people.all();
    }

    /** With whom limits may be set, by name. */
    public List<PartyView> suppliers() {
        return parties.search(null, null, MOST_SUPPLIERS);
    }

    public Optional<String> supplierName(UUID supplier) {
        return parties.byId(new PartyId(supplier)).map(PartyView::name);
    }
}
