package io.simbaerp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class AuditTrailModuleTest {

    /** Something a test made happen. */
    record SomethingHappened(
            CompanyId company,
            Actor actor,
            @Nullable Actor onBehalfOf,
            Instant at,
            Subject subject,
            List<Subject> concerns)
            implements OnBehalf {}

    @Autowired
    TestCompanies companies;

    @Autowired
    AuditTrail trail;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestDatabase database;

    @Autowired
    PlatformTransactionManager transactions;

    private final Subject entry = new Subject("journal-entry", UUID.randomUUID());
    private final Subject document = new Subject("document", UUID.randomUUID());
    private final Actor process = Actor.process("PurchaseInvoiceApproval");
    private final Actor person = Actor.person(UUID.randomUUID());

    @Test
    void anEventStandsInTheHistoryOfWhatItHappenedToAndOfWhatItConcerns() {
        TestCompany ours = companies.create();
        happen(ours, entry, List.of(document));

        assertThat(ours.as(() -> trail.of(document))).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo("something-happened");
            assertThat(line.actor()).isEqualTo(process);
            assertThat(line.onBehalfOf()).isEqualTo(person);
            assertThat(line.at()).isEqualTo(TestClock.START);
            assertThat(line.link()).isEqualTo(entry);
        });
        assertThat(ours.as(() -> trail.of(entry))).hasSize(1);
    }

    @Test
    void eventsOfOneInstantKeepTheOrderInWhichTheyWereTold() {
        TestCompany ours = companies.create();
        ours.inTransaction(() -> {
            for (int n = 0; n < 5; n++) {
                publish(ours, new Subject("step-" + n, UUID.randomUUID()), List.of(document));
            }
            return true;
        });

        assertThat(ours.as(() -> trail.of(document)))
                .extracting(line -> line.link().kind())
                .containsExactly("step-0", "step-1", "step-2", "step-3", "step-4");
    }

    @Test
    void whatHappensWhileATransactionEndsIsToldToo() {
        TestCompany ours = companies.create();
        ours.inTransaction(() -> {
            publish(ours, new Subject("before", UUID.randomUUID()), List.of(document));
            TransactionSynchronizationManager.registerSynchronization(
                    atTheEnd(Ordered.HIGHEST_PRECEDENCE, ours, "end"));
            TransactionSynchronizationManager.registerSynchronization(
                    atTheEnd(Ordered.LOWEST_PRECEDENCE, ours, "last"));
            return true;
        });

        assertThat(ours.as(() -> trail.of(document)))
                .extracting(line -> line.link().kind())
                .containsExactly("before", "end", "last");
    }

    @Test
    void aTransactionWithinATransactionTellsItsOwn() {
        TestCompany ours = companies.create();
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatThrownBy(() -> ours.inTransaction(() -> {
                    publish(ours, new Subject("outside", UUID.randomUUID()), List.of(document));
                    own.executeWithoutResult(
                            status -> publish(ours, new Subject("inside", UUID.randomUUID()), List.of(document)));
                    publish(ours, new Subject("afterwards", UUID.randomUUID()), List.of(document));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(ours.as(() -> trail.of(document)))
                .extracting(line -> line.link().kind())
                .containsExactly("inside");
    }

    @Test
    void whatIsRolledBackNeverHappened() {
        TestCompany ours = companies.create();
        assertThatThrownBy(() -> ours.inTransaction(() -> {
                    publish(ours, entry, List.of());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(ours.as(() -> trail.of(entry))).isEmpty();
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        TestCompany ours = companies.create();
        assertThatThrownBy(() -> ours.run(() -> publish(ours, entry, List.of())))
                .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
    }

    @Test
    void anotherCompanySeesNothingOfIt() {
        TestCompany ours = companies.create();
        happen(ours, entry, List.of());
        assertThat(companies.create().as(() -> trail.of(entry))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.business_event set actor = 'system:nobody'",
                "delete from audit.business_event",
                "update audit.event_subject set subject_kind = 'x'",
                "delete from audit.event_subject",
                "truncate audit.event_subject"
            })
    void neitherTheApplicationNorTheOwnerCanChangeTheTrail(String attack) throws SQLException {
        TestCompany ours = companies.create();
        happen(ours, entry, List.of(document));

        assertThatThrownBy(() -> attack(ours, TestDatabase.APPLICATION, attack))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> attack(ours, TestDatabase.OWNER, attack)).hasMessageContaining("only added to");
        assertThat(ours.as(() -> trail.of(entry))).hasSize(1);
    }

    private void attack(TestCompany company, String role, String sql) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + company.id() + "', false)");
            statement.execute(sql);
        }
    }

    private void happen(TestCompany company, Subject subject, List<Subject> concerns) {
        company.inTransaction(() -> {
            publish(company, subject, concerns);
            return true;
        });
    }

    private TransactionSynchronization atTheEnd(int order, TestCompany company, String kind) {
        return new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return order;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                publish(company, new Subject(kind, UUID.randomUUID()), List.of(document));
            }
        };
    }

    private void publish(TestCompany company, Subject subject, List<Subject> concerns) {
        BusinessEvent event = new SomethingHappened(company.id(), process, person, TestClock.START, subject, concerns);
        events.publishEvent(event);
    }
}
