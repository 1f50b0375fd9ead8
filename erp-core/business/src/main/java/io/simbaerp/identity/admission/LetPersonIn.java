package io.simbaerp.identity.admission;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.UserDraft;
import java.util.UUID;

/** Lets somebody new in, who chooses their password with a code: nobody else ever knows it. */
@UseCase(Duty.ADMINISTER)
public class LetPersonIn {

    private final RegisterUser registerUser;
    private final PersonalCodes codes;
    private final CurrentActor currentActor;

    LetPersonIn(RegisterUser registerUser, PersonalCodes codes, CurrentActor currentActor) {
        this.registerUser = registerUser;
        this.codes = codes;
        this.currentActor = currentActor;
    }

    /**
     * The code, shown this once; a password in the draft is not looked at.
     *
     * @throws RuleViolation what {@link RegisterUser} refuses with
     */
    public IssuedCode letIn(UserDraft draft) {
        String nobodyKnows = PersonalCodes.random() + PersonalCodes.random();
        UUID user = registerUser.register(
                new UserDraft(draft.login(), draft.displayName(), nobodyKnows, draft.language(), draft.roles()));
        return codes.make(
                user,
                PersonalCodes.Purpose.FIRST_PASSWORD,
                currentActor.company().value());
    }
}
