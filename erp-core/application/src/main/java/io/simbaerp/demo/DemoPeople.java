package io.simbaerp.demo;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.SignIn;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Lets the demo's people act, each with the duties of their own roles. */
@Component
class DemoPeople {

    static final String ACCOUNTANT = "accountant";
    static final String TREASURER = "treasurer";

    private static final String JOB = "demo";

    private final SignIn signIn;
    private final Memberships memberships;
    private final CurrentActor currentActor;

    DemoPeople(SignIn signIn, Memberships memberships, CurrentActor currentActor) {
        this.signIn = signIn;
        this.memberships = memberships;
        this.currentActor = currentActor;
    }

    /** The demo company: the one its accountant works for. Nothing if there is no such person any more. */
    Optional<CompanyId> company() {
        try {
            return memberships
                    .acting(signIn.loadUserByUsername(ACCOUNTANT).id(), null)
                    .map(Acting::company);
        } catch (UsernameNotFoundException gone) {
            return Optional.empty();
        }
    }

    /** The person does this, for the company acted for. */
    <T extends @Nullable Object> T as(String person, Supplier<T> work) {
        Acting acting = memberships
                .acting(signIn.loadUserByUsername(person).id(), currentActor.company())
                .orElseThrow(() -> new IllegalStateException(person + " belongs to the demo company no more"));
        return currentActor.as(acting, work);
    }

    /** Whether there is such a person, working for the company acted for. */
    boolean isThere(String person) {
        return belongs(person, currentActor.company());
    }

    /** Whether there is such a person, working for the company. */
    boolean belongs(String person, CompanyId company) {
        try {
            return memberships
                    .acting(signIn.loadUserByUsername(person).id(), company)
                    .isPresent();
        } catch (UsernameNotFoundException gone) {
            return false;
        }
    }

    /** Whether everything of the company has been prepared. */
    boolean isComplete(CompanyId company, DemoIntake intake) {
        return currentActor.as(Acting.system(JOB, company), () -> intake.isComplete(intake.all()));
    }

    /** The demo looks on, and looks only. */
    void watching(CompanyId company, Runnable work) {
        currentActor.run(Acting.system(JOB, company), work);
    }
}
