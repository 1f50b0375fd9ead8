package io.simbaerp.identity.admission;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Memberships;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Before anybody is signed in: lets the owner of a first code act for the moment in which they choose their password. */
@Component
public class FirstSignIn {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    private final PersonalCodes codes;
    private final Memberships memberships;
    private final CurrentActor currentActor;
    private final ChooseFirstPassword chooseFirstPassword;

    FirstSignIn(
            PersonalCodes codes,
            Memberships memberships,
            CurrentActor currentActor,
            ChooseFirstPassword chooseFirstPassword) {
        this.codes = codes;
        this.memberships = memberships;
        this.currentActor = currentActor;
        this.chooseFirstPassword = chooseFirstPassword;
    }

    /** @throws RuleViolation user.password-too-short, user.password-too-long, user.code-unknown */
    public void choose(@Nullable String code, @Nullable String password) {
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw RuleViolation.ofField("password", "user.password-too-short", SHORTEST_PASSWORD);
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw RuleViolation.ofField("password", "user.password-too-long", LONGEST_PASSWORD);
        }
        Optional<PersonalCodes.Known> known = codes.find(code, PersonalCodes.Purpose.FIRST_PASSWORD);
        Acting acting = known.flatMap(each -> each.company() == null
                        ? Optional.empty()
                        : memberships.acting(each.user(), new CompanyId(each.company())))
                .orElseThrow(ChooseFirstPassword::unknown);
        currentActor.run(acting, () -> chooseFirstPassword.choose(code, password));
    }
}
