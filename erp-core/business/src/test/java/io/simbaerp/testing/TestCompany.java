package io.simbaerp.testing;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company of one test, and ways to act for it. */
public record TestCompany(
        CompanyId id, String taxId, CurrentActor currentActor, PlatformTransactionManager transactions) {

    /** As the system, with every duty. */
    public <T> T as(Supplier<T> work) {
        return currentActor.as(Acting.system("test", id), work);
    }

    public void run(Runnable work) {
        currentActor.run(Acting.system("test", id), work);
    }

    /** As a person with these duties only. */
    public <T> T asPerson(UUID user, Set<Duty> duties, Supplier<T> work) {
        return currentActor.as(new Acting(Actor.person(user), id, duties), work);
    }

    /** As a person with every duty. */
    public <T> T asPerson(UUID user, Supplier<T> work) {
        return asPerson(user, EnumSet.allOf(Duty.class), work);
    }

    /** As the system, inside one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return as(() -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
