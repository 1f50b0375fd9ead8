package io.simbaerp.identity.role.change;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.RoleDefined;
import java.sql.Types;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds a role, or changes what the one with this code bundles and how far. Whoever holds it may do more or less from
 * their next request on.
 */
@UseCase(Duty.ADMINISTER)
public class ChangeRole {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final RoleContent content;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeRole(
            JdbcClient jdbc,
            RoleContent content,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.content = content;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @throws RuleViolation role.code-wrong, role.name-missing, role.name-too-long, role.reason-missing,
     *     role.change-conflicts, role.last-administrator
     */
    public UUID change(RoleDraft draft, String reason) {
        String code = draft.code().strip();
        if (!CODE.matcher(code).matches()) {
            throw RuleViolation.ofField("code", "role.code-wrong", code);
        }
        String english = name("nameEn", draft.nameEn());
        String polish = name("namePl", draft.namePl());
        if (reason.isBlank()) {
            throw RuleViolation.ofField("reason", "role.reason-missing");
        }
        // Everybody belongs to the company, without limits.
        Map<Duty, DutyLimit> duties = new EnumMap<>(Duty.class);
        duties.putAll(draft.duties());
        duties.put(Duty.BELONG_TO_COMPANY, DutyLimit.NONE);
        List<ClashOfPerson> clashes = content.clashes(code, duties.keySet());
        if (!clashes.isEmpty()) {
            throw new RuleViolation("role.change-conflicts", clashes.size());
        }
        UUID id = write(code, english, polish);
        takeAwayAllBut(id, duties);
        duties.forEach((duty, limit) -> give(id, duty, limit));
        requireAdministrator();
        events.publishEvent(new RoleDefined(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }

    private static String name(String field, String given) {
        String name = given.strip();
        if (name.isEmpty()) {
            throw RuleViolation.ofField(field, "role.name-missing");
        }
        if (name.length() > LONGEST_NAME) {
            throw RuleViolation.ofField(field, "role.name-too-long", LONGEST_NAME);
        }
        return name;
    }

    private UUID write(String code, String english, String polish) {
        return jdbc.sql("""
                        insert into identity.role (company_id, id, code, name_en, name_pl) values (?, ?, ?, ?, ?)
                        on conflict (company_id, code)
                            do update set name_en = excluded.name_en, name_pl = excluded.name_pl
                        returning id""")
                .params(company(), NewId.at(clock), code, english, polish)
                .query(UUID.class)
                .single();
    }

    private void takeAwayAllBut(UUID role, Map<Duty, DutyLimit> duties) {
        jdbc.sql(
                        "delete from identity.role_duty where company_id = :company and role_id = :role and duty <> all (:duties)")
                .param("company", company())
                .param("role", role)
                .param("duties", duties.keySet().stream().map(Duty::name).toArray(String[]::new))
                .update();
    }

    private void give(UUID role, Duty duty, DutyLimit limit) {
        jdbc.sql("""
                        insert into identity.role_duty
                               (company_id, role_id, duty, amount_limit, cost_centres, document_types)
                        values (:company, :role, :duty, :upTo, :centres, :types)
                        on conflict (company_id, role_id, duty) do update
                           set amount_limit = excluded.amount_limit, cost_centres = excluded.cost_centres,
                               document_types = excluded.document_types""")
                .param("company", company())
                .param("role", role)
                .param("duty", duty.name())
                .param("upTo", limit.hundredths(), Types.BIGINT)
                .param("centres", limit.costCentres().stream().sorted().toArray(String[]::new))
                .param("types", limit.documentTypes().stream().sorted().toArray(String[]::new))
                .update();
    }

    private void requireAdministrator() {
        boolean somebodyLeft = jdbc.sql("select identity.somebody_administers()")
                .query(Boolean.class)
                .single();
        if (!somebodyLeft) {
            throw new RuleViolation("role.last-administrator");
        }
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
