package io.simbaerp.identity.admission;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.role.RoleGrants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives somebody who signs in for another company already a role in this one: how an accounting office works for its
 * clients. They hand over a code of theirs; what they may do elsewhere stays as it is.
 */
@UseCase(Duty.ADMINISTER)
public class AdmitUser {

    private final PersonalCodes codes;
    private final RoleGrants roleGrants;

    AdmitUser(PersonalCodes codes, RoleGrants roleGrants) {
        this.codes = codes;
        this.roleGrants = roleGrants;
    }

    /**
     * The person's id.
     *
     * @throws RuleViolation user.code-unknown, user.role-unknown, and what granting a role may refuse with
     */
    public UUID admit(@Nullable String code, @Nullable String role) {
        if (role == null || role.isBlank()) {
            throw RuleViolation.ofField("role", "user.role-unknown", "");
        }
        UUID user = codes.use(code, PersonalCodes.Purpose.ADMIT)
                .map(PersonalCodes.Known::user)
                .orElseThrow(() -> RuleViolation.ofField("code", "user.code-unknown"));
        roleGrants.grant(user, role, DutyLimit.NONE);
        return user;
    }
}
