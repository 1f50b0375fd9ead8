package io.simbaerp.party.cooloff;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.approval.AccountApproval;
import io.simbaerp.party.history.PeopleBehind;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets an account be paid to before its cool-off ends, on the word of a third person and for their reason. */
@UseCase(Duty.WAIVE_COOL_OFF)
public class WaiveCoolOff {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final AccountApproval approval;
    private final PeopleBehind people;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WaiveCoolOff(
            JdbcClient jdbc,
            AccountApproval approval,
            PeopleBehind people,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.approval = approval;
        this.people = people;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    private record Account(
            String proposedBy,
            @Nullable String proposedFor,
            @Nullable String confirmedBy,
            @Nullable LocalDate payableFrom,
            boolean withdrawn,
            boolean waived) {}

    /**
     * @throws NotFound if the partner has no such account
     * @throws RuleViolation bank-account.reason-missing, bank-account.reason-too-long, cool-off.none, cool-off.own-account, cool-off.own-pay,
     *     cool-off.waived-by-people-only
     */
    public void waive(PartyId party, UUID accountId, @Nullable String reason) {
        Account account = account(party, accountId);
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "bank-account.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "bank-account.reason-too-long", LONGEST_REASON);
        }
        if (account.payableFrom() == null || account.withdrawn() || account.waived()) {
            throw new RuleViolation("cool-off.none");
        }
        if (currentActor.actor().kind() != Actor.Kind.PERSON) {
            throw new RuleViolation("cool-off.waived-by-people-only");
        }
        if (isOwn(account) || decided(accountId)) {
            throw new RuleViolation("cool-off.own-account");
        }
        if (people.of(List.of(party.value())).stream()
                .anyMatch(link -> currentActor.get().people().contains(link.person()))) {
            throw new RuleViolation("cool-off.own-pay");
        }
        Instant now = clock.instant();
        keep(accountId, reason.strip(), now);
        events.publishEvent(new CoolOffWaived(currentActor.company(), currentActor.actor(), now, party, accountId));
    }

    private boolean isOwn(Account account) {
        return currentActor.get().isAnyOf(account.proposedBy(), account.proposedFor(), account.confirmedBy());
    }

    /** Also for those in whose name somebody else confirmed it. */
    private boolean decided(UUID accountId) {
        return !Collections.disjoint(
                approval.deciders(accountId), currentActor.get().people());
    }

    private void keep(UUID accountId, String reason, Instant now) {
        UUID principal = currentActor.get().onBehalfOf();
        jdbc.sql("""
                        insert into party.cool_off_waiver
                               (company_id, account_id, reason, waived_by, waived_for, waived_at)
                        values (:company, :account, :reason, :by, :for, :at)""")
                .param("company", currentActor.company().value())
                .param("account", accountId)
                .param("reason", reason)
                .param("by", currentActor.actor().toString())
                .param("for", principal == null ? null : Actor.person(principal).toString(), Types.VARCHAR)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Account account(PartyId party, UUID accountId) {
        return jdbc.sql("""
                        select a.proposed_by, a.proposed_for, a.confirmed_by, a.payable_from, a.withdrawn_at is not null as withdrawn,
                               exists (select from party.cool_off_waiver w
                                        where w.company_id = a.company_id and w.account_id = a.id) as waived
                          from party.bank_account a
                         where a.company_id = :company and a.party_id = :party and a.id = :id for update""")
                .param("company", currentActor.company().value())
                .param("party", party.value())
                .param("id", accountId)
                .query((row, n) -> new Account(
                        row.getString("proposed_by"),
                        row.getString("proposed_for"),
                        row.getString("confirmed_by"),
                        row.getObject("payable_from", LocalDate.class),
                        row.getBoolean("withdrawn"),
                        row.getBoolean("waived")))
                .optional()
                .orElseThrow(() -> new NotFound("bank-account", accountId));
    }
}
