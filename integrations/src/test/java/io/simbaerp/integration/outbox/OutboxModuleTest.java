package io.simbaerp.integration.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class OutboxModuleTest {

    record Posted(CompanyId company, Actor actor, Instant at, Subject subject) implements BusinessEvent {
        @Override
        public String name() {
            return "purchase-invoice-posted";
        }
    }

    @Autowired
    TestCompanies companies;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DeliverOutbox deliverOutbox;

    @Autowired
    JdbcClient jdbc;

    @Value("${simba.data}/outbox")
    Path outbox;

    @Test
    void aMessageIsDeliveredOnceUnderItsOwnId() throws IOException {
        TestCompany company = companies.create();
        UUID invoice = UUID.randomUUID();
        company.inTransaction(() -> tell(company, invoice));

        assertThat(company.as(() -> deliverOutbox.deliver())).isEqualTo(1);
        assertThat(company.as(() -> deliverOutbox.deliver())).isZero();
        UUID message = company.inTransaction(
                () -> jdbc.sql("select id from integration.outbox_message where company_id = ? and state = 'DELIVERED'")
                        .param(company.id().value())
                        .query(UUID.class)
                        .single());
        assertThat(Files.readString(outbox.resolve(company.taxId()).resolve(message + ".json")))
                .contains("purchase-invoice-posted", invoice.toString(), message.toString());
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        TestCompany company = companies.create();
        assertThatThrownBy(() -> company.inTransaction(() -> {
                    tell(company, UUID.randomUUID());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(company.as(() -> deliverOutbox.deliver())).isZero();
    }

    @Test
    void whatCannotBeDeliveredWaitsAndSaysWhy() throws IOException {
        TestCompany company = companies.create();
        company.inTransaction(() -> tell(company, UUID.randomUUID()));
        Files.createDirectories(outbox);
        Files.writeString(outbox.resolve(company.taxId()), "a file where the folder should be");

        assertThat(company.as(() -> deliverOutbox.deliver())).isZero();

        assertThat(company.<String>inTransaction(
                        () -> jdbc.sql("select state || ' ' || attempts || ' ' || (last_error is not null)"
                                        + " from integration.outbox_message where company_id = ?")
                                .param(company.id().value())
                                .query(String.class)
                                .single()))
                .isEqualTo("WAITING 1 true");
    }

    private Object tell(TestCompany company, UUID invoice) {
        events.publishEvent(new Posted(
                company.id(), Actor.system("test"), Instant.EPOCH, new Subject("purchase-invoice", invoice)));
        return invoice;
    }
}
