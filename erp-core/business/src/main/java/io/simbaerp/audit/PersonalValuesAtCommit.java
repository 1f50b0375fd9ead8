package io.simbaerp.audit;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.Subject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Before a transaction that dealt with people ends, puts what it told about them under their keys. */
@Component
class PersonalValuesAtCommit {

    private static final Set<String> ABOUT_PEOPLE = Set.of("party", "bank-account", "user");

    private final PersonalValues values;
    private final EntityManagerFactory entityManagers;

    PersonalValuesAtCommit(PersonalValues values, EntityManagerFactory entityManagers) {
        this.values = values;
        this.entityManagers = entityManagers;
    }

    @EventListener
    void remember(BusinessEvent event) {
        boolean aboutPeople = Stream.concat(Stream.of(event.subject()), event.concerns().stream())
                .map(Subject::kind)
                .anyMatch(ABOUT_PEOPLE::contains);
        if (aboutPeople
                && !TransactionSynchronizationManager.getSynchronizations().contains(atCommit)) {
            TransactionSynchronizationManager.registerSynchronization(atCommit);
        }
    }

    private final TransactionSynchronization atCommit = new TransactionSynchronization() {
        @Override
        public void beforeCommit(boolean readOnly) {
            EntityManager ours = EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagers);
            if (ours != null) {
                ours.flush();
            }
            values.sealOwn();
        }
    };
}
