package io.simbaerp.expense.store;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.expense.ClaimDraft;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims as they are written, and whose they are. */
@Component
public class ClaimRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ClaimViews views;
    private final ClaimNumbering numbering;
    private final Clock clock;

    ClaimRows(JdbcClient jdbc, CurrentActor currentActor, ClaimViews views, ClaimNumbering numbering, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.views = views;
        this.numbering = numbering;
        this.clock = clock;
    }

    /** What approvals of a claim are about. */
    public static Subject subject(UUID claim) {
        return new Subject("expense-claim", claim);
    }

    /** @throws NotFound if there is none */
    public ClaimView byId(UUID claim) {
        return views.byId(claim);
    }

    /** The same, kept from others until the transaction ends. */
    public ClaimView locked(UUID claim) {
        return jdbc.sql("select id from expense.claim where company_id = ? and id = ? for update")
                .params(currentActor.company().value(), claim)
                .query(UUID.class)
                .optional()
                .map(views::byId)
                .orElseThrow(() -> new NotFound("expense-claim", claim));
    }

    /**
     * A draft in the edition that was read, kept from others until the transaction ends.
     *
     * @throws NotFound of a claim of somebody else
     * @throws RuleViolation expense.not-a-draft
     * @throws Conflict expense.changed-meanwhile
     */
    public ClaimView ownDraft(UUID claim, int edition) {
        ClaimView draft = own(claim);
        if (draft.state() != ClaimState.DRAFT) {
            throw new RuleViolation("expense.not-a-draft", draft.number());
        }
        if (draft.edition() != edition) {
            throw new Conflict("expense.changed-meanwhile");
        }
        return draft;
    }

    /**
     * @throws NotFound of a claim of somebody else
     * @throws RuleViolation expense.own-name-only
     */
    public ClaimView own(UUID claim) {
        ClaimView own = locked(claim);
        if (!currentActor.get().people().contains(own.claimant())) {
            throw new NotFound("expense-claim", claim);
        }
        inTheirOwnName();
        return own;
    }

    /**
     * Whoever wrote for a colleague could decide about it afterwards as if it were not their work.
     *
     * @throws RuleViolation expense.own-name-only
     */
    public void inTheirOwnName() {
        if (currentActor.get().onBehalfOf() != null) {
            throw new RuleViolation("expense.own-name-only");
        }
    }

    /** The claim a person began with this key. */
    public Optional<ClaimView> withKey(UUID claimant, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : jdbc.sql("select id from expense.claim where company_id = ? and claimant = ? and idempotency_key = ?")
                        .params(currentActor.company().value(), claimant, key)
                        .query(UUID.class)
                        .optional()
                        .map(this::byId);
    }

    /** @throws Conflict conflict.stale if the key was used at the same moment */
    public UUID add(UUID claimant, ClaimDraft draft, @Nullable String key) {
        UUID id = NewId.at(clock);
        int added = jdbc.sql("""
                        insert into expense.claim (company_id, id, number, idempotency_key, claimant, purpose, first_day,
                               last_day, cost_centre, state, created_by, created_at)
                        values (:company, :id, :number, :key, :claimant, :purpose, :first, :last, :centre, 'DRAFT', :by, :now)
                        on conflict on constraint claim_key_is_used_once do nothing""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("number", numbering.next())
                .param("key", key)
                .param("claimant", claimant)
                .param("purpose", draft.purpose())
                .param("first", draft.firstDay())
                .param("last", draft.lastDay())
                .param("centre", draft.costCentre())
                .param("by", currentActor.actor().toString())
                .param("now", now())
                .update();
        if (added == 0) {
            throw new Conflict("conflict.stale");
        }
        return id;
    }

    public void change(UUID claim, ClaimDraft draft) {
        jdbc.sql("""
                        update expense.claim
                           set purpose = :purpose, first_day = :first, last_day = :last, cost_centre = :centre,
                               edition = edition + 1
                         where company_id = :company and id = :id""")
                .param("company", currentActor.company().value())
                .param("id", claim)
                .param("purpose", draft.purpose())
                .param("first", draft.firstDay())
                .param("last", draft.lastDay())
                .param("centre", draft.costCentre())
                .update();
    }

    /** A line of it was changed. */
    public void touch(UUID claim) {
        jdbc.sql("update expense.claim set edition = edition + 1 where company_id = ? and id = ?")
                .params(currentActor.company().value(), claim)
                .update();
    }

    /** Sends it: PostgreSQL makes the text that approvals are bound to. */
    public void send(UUID claim) {
        jdbc.sql("""
                        update expense.claim set state = 'SENT', sent_at = :now, note = null, edition = edition + 1
                         where company_id = :company and id = :id""")
                .param("company", currentActor.company().value())
                .param("id", claim)
                .param("now", now())
                .update();
    }

    /** Moves it on; what was coded goes when it is a draft again. */
    public void move(UUID claim, ClaimState state, @Nullable String note) {
        if (state == ClaimState.DRAFT) {
            jdbc.sql("""
                            delete from expense.coding k using expense.line l
                             where k.company_id = :company and l.company_id = k.company_id and l.id = k.line_id
                               and l.claim_id = :id""")
                    .param("company", currentActor.company().value())
                    .param("id", claim)
                    .update();
        }
        jdbc.sql("""
                        update expense.claim set state = :state, note = coalesce(:note, note), edition = edition + 1
                         where company_id = :company and id = :id""")
                .param("company", currentActor.company().value())
                .param("id", claim)
                .param("state", state.name())
                .param("note", note, Types.VARCHAR)
                .update();
    }

    /** The day it is to stand under in the books. */
    public void postUnder(UUID claim, LocalDate day) {
        jdbc.sql("update expense.claim set posting_date = :day where company_id = :company and id = :id")
                .param("company", currentActor.company().value())
                .param("id", claim)
                .param("day", day)
                .update();
    }

    public void posted(UUID claim, UUID entry) {
        jdbc.sql("""
                        update expense.claim set state = 'POSTED', entry_id = :entry, posted_at = :now, edition = edition + 1
                         where company_id = :company and id = :id""")
                .param("company", currentActor.company().value())
                .param("id", claim)
                .param("entry", entry)
                .param("now", now())
                .update();
    }

    /** The text that approvals are bound to; empty before it was sent. */
    public String content(UUID claim) {
        return jdbc.sql("select coalesce(content, '') from expense.claim where company_id = ? and id = ?")
                .params(currentActor.company().value(), claim)
                .query(String.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
