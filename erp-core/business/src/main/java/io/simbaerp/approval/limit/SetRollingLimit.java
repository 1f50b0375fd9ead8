package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.identity.role.People;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets a rolling limit. It counts from that moment on, and what was approved in the days before counts too. */
@UseCase(Duty.ADMINISTER)
public class SetRollingLimit {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_CENTRE = 40;
    private static final int MOST_DAYS = 366;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private final LimitBook book;
    private final People people;
    private final Parties parties;
    private final CurrentCompany currentCompany;

    SetRollingLimit(LimitBook book, People people, Parties parties, CurrentCompany currentCompany) {
        this.book = book;
        this.people = people;
        this.parties = parties;
        this.currentCompany = currentCompany;
    }

    /**
     * Sets it.
     *
     * @throws RuleViolation of rolling-limit: level-unknown, scope-missing, person-unknown, supplier-unknown,
     *     cost-centre-missing, days-wrong, amount-wrong, reason-missing
     */
    public UUID set(RollingLimitDraft draft) {
        Duty duty = draft.duty();
        if (duty == null || !RollingLimits.levels().contains(duty)) {
            throw RuleViolation.ofField("duty", "rolling-limit.level-unknown");
        }
        UUID id = book.add(new RollingLimitDraft(
                duty,
                scope("persons", draft.persons()),
                person(draft),
                scope("suppliers", draft.suppliers()),
                supplier(draft),
                scope("costCentres", draft.costCentres()),
                centre(draft),
                days(draft.days()),
                amount(draft.amount()),
                reason(draft.reason())));
        book.tell(id, RollingLimitSet::new);
        return id;
    }

    private static LimitScope scope(String field, @Nullable LimitScope scope) {
        if (scope == null) {
            throw RuleViolation.ofField(field, "rolling-limit.scope-missing");
        }
        return scope;
    }

    private @Nullable UUID person(RollingLimitDraft draft) {
        UUID person = draft.personId();
        if (draft.persons() != LimitScope.ONE) {
            return null;
        }
        if (person == null || people.byId(person).isEmpty()) {
            throw RuleViolation.ofField("personId", "rolling-limit.person-unknown");
        }
        return person;
    }

    private @Nullable UUID supplier(RollingLimitDraft draft) {
        UUID supplier = draft.partyId();
        if (draft.suppliers() != LimitScope.ONE) {
            return null;
        }
        if (supplier == null || parties.byId(new PartyId(supplier)).isEmpty()) {
            throw RuleViolation.ofField("partyId", "rolling-limit.supplier-unknown");
        }
        return supplier;
    }

    private static @Nullable String centre(RollingLimitDraft draft) {
        String centre = draft.costCentre();
        if (draft.costCentres() != LimitScope.ONE) {
            return null;
        }
        if (centre == null || centre.isBlank() || centre.strip().length() > LONGEST_CENTRE) {
            throw RuleViolation.ofField("costCentre", "rolling-limit.cost-centre-missing", LONGEST_CENTRE);
        }
        return centre.strip();
    }

    private static int days(@Nullable Integer days) {
        if (days == null || days < 1 || days > MOST_DAYS) {
            throw RuleViolation.ofField("days", "rolling-limit.days-wrong", MOST_DAYS);
        }
        return days;
    }

    private Money amount(@Nullable Money amount) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        if (amount == null
                || !amount.currency().equals(base)
                || amount.isNegative()
                || amount.amount().compareTo(LARGEST) > 0) {
            throw RuleViolation.ofField("amount", "rolling-limit.amount-wrong", base.code());
        }
        return amount.rounded();
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "rolling-limit.reason-missing", LONGEST_REASON);
        }
        return reason.strip();
    }
}
