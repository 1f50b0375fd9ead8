package io.simbaerp.party.cooloff;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.party.PartyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long accounts wait before they are paid to, and for which somebody waived it. */
@Query(Duty.VIEW_PARTY)
public class CoolOffs {

    /**
     * The company's setting; none is no day.
     *
     * @param firstDays for the first account of a partner
     * @param changeDays for another one beside or instead of it
     */
    public record Days(int firstDays, int changeDays) {}

    /** Who let an account be paid to at once, as text of an actor, when and why. */
    public record Waiver(UUID account, String waivedBy, Instant waivedAt, String reason) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    CoolOffs(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    public Days days() {
        return jdbc.sql("select first_days, change_days from party.cool_off where company_id = ?")
                .param(currentActor.company().value())
                .query((row, n) -> new Days(row.getInt("first_days"), row.getInt("change_days")))
                .optional()
                .orElse(new Days(0, 0));
    }

    public List<Waiver> waiversOf(PartyId party) {
        return jdbc.sql("""
                        select w.account_id, w.waived_by, w.waived_at, w.reason
                          from party.cool_off_waiver w
                          join party.bank_account a on a.company_id = w.company_id and a.id = w.account_id
                         where w.company_id = ? and a.party_id = ?""")
                .params(currentActor.company().value(), party.value())
                .query((row, n) -> new Waiver(
                        row.getObject("account_id", UUID.class),
                        row.getString("waived_by"),
                        row.getObject("waived_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }
}
