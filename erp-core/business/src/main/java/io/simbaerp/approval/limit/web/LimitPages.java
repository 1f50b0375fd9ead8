package io.simbaerp.approval.limit.web;

import io.simbaerp.approval.limit.RollingLimit;
import io.simbaerp.approval.limit.RollingLimits;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts rolling limits into words. */
@Component
class LimitPages {

    /** A limit and what its reader may do about it. */
    record Row(
            UUID id,
            String level,
            String persons,
            String suppliers,
            String centres,
            int days,
            Money amount,
            String reason,
            String setBy,
            @Nullable String endAskedBy,
            @Nullable String endReason,
            @Nullable String endedBy,
            boolean mayAsk,
            boolean mayEnd) {}

    /** All limits. */
    record LimitList(List<Row> rows, boolean maySet) {}

    /** Something to be chosen. */
    record Choice(String value, String name) {}

    /** The form with what can be chosen. */
    record FormPage(
            LimitForm form,
            String currency,
            List<Choice> levels,
            List<Choice> scopes,
            List<Choice> people,
            List<Choice> suppliers) {}

    private final RollingLimits limits;
    private final LimitWords words;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;

    LimitPages(RollingLimits limits, LimitWords words, CurrentActor currentActor, CurrentCompany currentCompany) {
        this.limits = limits;
        this.words = words;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
    }

    LimitList list() {
        return new LimitList(limits.all().stream().map(this::row).toList(), may(Duty.ADMINISTER));
    }

    FormPage form(LimitForm form) {
        return new FormPage(
                form,
                currentCompany.get().baseCurrency().code(),
                RollingLimits.levels().stream()
                        .map(duty -> new Choice(duty.name(), words.level(duty)))
                        .toList(),
                words.scopes(),
                limits.people().stream()
                        .map(person -> new Choice(person.id().toString(), person.name()))
                        .toList(),
                limits.suppliers().stream()
                        .map(party -> new Choice(party.id().toString(), party.name()))
                        .toList());
    }

    private Row row(RollingLimit limit) {
        boolean asked = limit.endAskedBy() != null;
        return new Row(
                limit.id(),
                words.level(limit.duty()),
                words.scope(limit.persons(), words.person(limit.personId())),
                words.scope(limit.suppliers(), supplier(limit.partyId())),
                words.scope(limit.costCentres(), limit.costCentre()),
                limit.days(),
                limit.amount(),
                limit.reason(),
                words.name(limit.setBy()),
                asked ? words.name(limit.endAskedBy()) : null,
                limit.endReason(),
                limit.endedBy() == null ? null : words.name(limit.endedBy()),
                limit.inForce() && may(Duty.ADMINISTER),
                limit.inForce() && asked && may(Duty.APPROVE_DUTY_EXCEPTION) && !isOwn(limit.endAskedBy()));
    }

    private @Nullable String supplier(@Nullable UUID supplier) {
        return supplier == null ? null : limits.supplierName(supplier).orElse(supplier.toString());
    }

    private boolean isOwn(@Nullable String actor) {
        return currentActor.get().people().stream()
                .anyMatch(person -> Actor.person(person).toString().equals(actor));
    }

    private boolean may(Duty duty) {
        return currentActor.get().may(duty);
    }
}
