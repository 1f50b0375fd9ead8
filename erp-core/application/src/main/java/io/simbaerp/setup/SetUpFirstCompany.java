package io.simbaerp.setup;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CompanyDraft;
import io.simbaerp.identity.SignIn;
import io.simbaerp.identity.UserDraft;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sets up the very first company, while nobody exists who could be asked for a duty. */
@Component
public class SetUpFirstCompany {

    private final SetUpCompany setUpCompany;
    private final SignIn signIn;
    private final CurrentActor currentActor;
    private final Clock clock;

    SetUpFirstCompany(SetUpCompany setUpCompany, SignIn signIn, CurrentActor currentActor, Clock clock) {
        this.setUpCompany = setUpCompany;
        this.signIn = signIn;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Whether there is anybody yet. */
    boolean isDone() {
        return signIn.anybodyExists();
    }

    /**
     * The new company's id. Of two at once one wins: the sign-in name and the tax id are unique in the database.
     *
     * @throws RuleViolation set-up.done, and what setting up a company may refuse with
     */
    public CompanyId setUp(CompanyDraft company, List<UserDraft> users) {
        if (isDone()) {
            throw new RuleViolation("set-up.done");
        }
        CompanyId id = new CompanyId(NewId.at(clock));
        currentActor.run(Acting.system("set-up", id), () -> setUpCompany.setUp(company, users));
        return id;
    }
}
