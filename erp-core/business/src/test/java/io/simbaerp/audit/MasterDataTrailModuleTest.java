package io.simbaerp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Origin;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.integrity.SealRecords;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of master data, told by the database itself. */
@ModuleTest
class MasterDataTrailModuleTest {

    private static final String TOLD = """
            select name, actor, channel, address, session, at, record, array_to_string(fields, ' ') fields,
                   changes::text changes, personal_hash is not null personal
              from audit.business_event where subject_id = ? and record is not null order by position""";

    @Autowired
    TestCompanies companies;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SealRecords seal;

    @Autowired
    TrailRecords records;

    @Autowired
    AutowireCapableBeanFactory beans;

    private final UUID person = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private TestCompany ours;

    @BeforeEach
    void begin() {
        ours = companies.create();
    }

    /** The account on an invoice may be a natural person's. */
    @Test
    void theAccountAnInvoiceIsPaidToStandsUnderItsPartysKey() {
        InvoiceDesk desk = new InvoiceDesk();
        beans.autowireBean(desk);
        TestCompany buyer = desk.company();
        PurchaseInvoiceId invoice = desk.received(
                buyer,
                SampleInvoice.to("PL" + buyer.taxId())
                        .line("Repair", "100.00", "S", "23")
                        .build());
        desk.answerAll(buyer, invoice);
        UUID supplier = Objects.requireNonNull(desk.details(buyer, invoice).supplierId());
        buyer.inTransaction(() -> jdbc.sql(
                        "update invoice.purchase_invoice set payee_account = 'PL27114020040000300201355387' where id = ?")
                .param(invoice.value())
                .update());
        buyer.as(seal::seal);

        assertThat(buyer.inTransaction(
                        () -> jdbc.sql(TOLD).param(invoice.value()).query().listOfRows()))
                .filteredOn(row -> row.get("fields").toString().contains("payee-account"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("changes", "{}").containsEntry("personal", true));
        assertThat(buyer.inTransaction(() ->
                        jdbc.sql("""
                        select k.person_kind || ' ' || k.person_id from audit.personal_value v
                          join audit.business_event e on e.company_id = v.company_id and e.id = v.event_id
                          join audit.person_key k on k.company_id = v.company_id and k.id = v.key_id
                         where e.subject_id = ?""").param(invoice.value()).query(String.class).list()))
                .containsExactly("party " + supplier);
        assertThat(buyer.as(() -> records.history(new Subject("purchase-invoice", invoice.value()), null, 50))
                        .items())
                .flatExtracting(TrailRecord::changes)
                .contains(new FieldChange(
                        "payee-account",
                        "PL61109010140000071219812874",
                        "PL27114020040000300201355387",
                        FieldChange.Told.PERSONAL));
    }

    @Test
    void aChangeTellsOldAndNewWhoWhenAndFromWhere() {
        byPerson(() -> addCostCentre("Sales"));
        byPerson(() -> jdbc.sql("update ledger.cost_centre set name_en = 'Selling', active_to = date '2027-01-31'")
                .update());

        assertThat(told(account))
                .hasSize(2)
                .satisfiesExactly(
                        added -> assertThat(added)
                                .containsEntry("name", "record-added")
                                .containsEntry("fields", "active-from code name-en name-pl"),
                        changed -> assertThat(changed)
                                .containsEntry("name", "record-changed")
                                .containsEntry("actor", "person:" + person)
                                .containsEntry("channel", "REST")
                                .containsEntry("address", "192.0.2.7")
                                .containsEntry("session", "token 12ab")
                                .containsEntry("record", "ledger.cost-centre")
                                .containsEntry("fields", "active-to name-en")
                                .containsEntry(
                                        "changes",
                                        "{\"name-en\": {\"new\": \"Selling\", \"old\": \"Sales\"}, \"active-to\": {\"new\": \"2027-01-31\"}}")
                                .satisfies(row -> assertThat(((java.sql.Timestamp) row.get("at")).toInstant())
                                        .isEqualTo(TestClock.START)));
    }

    @Test
    void aStatementThatChangesNothingTellsNothingAndARolledBackOneNeither() {
        byPerson(() -> addCostCentre("Sales"));
        byPerson(() ->
                jdbc.sql("update ledger.cost_centre set name_en = name_en").update());
        assertThatThrownBy(() -> byPerson(() -> {
                    jdbc.sql("update ledger.cost_centre set name_en = 'x'").update();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(told(account)).hasSize(1);
    }

    @Test
    void aStatementPastTheApplicationIsToldToo() throws SQLException {
        byPerson(() -> addCostCentre("Sales"));
        asApplication("update ledger.cost_centre set name_en = 'Quietly'");
        assertThat(told(account)).last().satisfies(row -> assertThat(row)
                .containsEntry("channel", "SQL")
                .containsEntry("actor", "system:sql")
                .containsEntry("changes", "{\"name-en\": {\"new\": \"Quietly\", \"old\": \"Sales\"}}"));
    }

    @Test
    void theApplicationCanNeitherSilenceTheTriggersNorTakeAwayWhatTheyTold() throws SQLException {
        byPerson(() -> addCostCentre("Sales"));
        for (String attack : List.of(
                "alter table ledger.cost_centre disable trigger trail_tells_what_changes",
                "drop trigger trail_tells_what_changes on ledger.cost_centre",
                "set session_replication_role = replica",
                "update audit.business_event set changes = '{}'",
                "delete from audit.business_event",
                "truncate audit.business_event",
                "insert into audit.unsealed_value values ('" + ours.id() + "', gen_random_uuid(), 'x',"
                        + " gen_random_uuid(), null, 'x')")) {
            assertThatThrownBy(() -> asApplication(attack)).as(attack).isInstanceOf(SQLException.class);
        }
        assertThat(told(account)).hasSize(1);
    }

    @Test
    void personalAndSecretValuesAreNotAmongTheValuesTold() {
        UUID user = UUID.randomUUID();
        byPerson(() -> jdbc.sql("""
                        insert into identity.user_account (id, login, display_name, password_hash, language, created_at)
                        values (?, ?, 'Anna Nowak', 'secret-hash', 'pl', now())""").params(user, "anna-" + user).update());
        assertThat(told(user)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("fields", "active display-name language login password-hash")
                .containsEntry("personal", true)
                .extractingByKey("changes")
                .asString()
                .contains("\"language\"")
                .doesNotContain("Nowak", "anna-", "secret-hash"));
    }

    @Test
    void aUserIsNotChangedWithoutACompanyInWhoseTrailItStands() throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "insert into identity.user_account (id, login, display_name, password_hash, created_at)"
                                    + " values (gen_random_uuid(), gen_random_uuid(), 'x', 'x', now())"))
                    .hasMessageContaining("needs a company");
        }
    }

    @Test
    void anotherCompanySeesNothingOfIt() {
        byPerson(() -> addCostCentre("Sales"));
        TestCompany theirs = companies.create();
        assertThat(theirs.inTransaction(
                        () -> jdbc.sql(TOLD).param(account).query().listOfRows()))
                .isEmpty();
    }

    private int addCostCentre(String name) {
        return jdbc.sql("""
                        insert into ledger.cost_centre (company_id, id, code, name_en, name_pl, active_from)
                        values (?, ?, 'S1', ?, 'Sprzedaż', date '2026-01-01')""").params(ours.id().value(), account, name).update();
    }

    private void byPerson(java.util.function.Supplier<Integer> work) {
        new Origin(Origin.Channel.REST, "192.0.2.7", "token 12ab")
                .during(() -> ours.asPerson(
                        person, () -> new TransactionTemplate(ours.transactions()).execute(status -> work.get())));
    }

    private List<Map<String, Object>> told(UUID subject) {
        return ours.inTransaction(() -> jdbc.sql(TOLD).param(subject).query().listOfRows());
    }

    private void asApplication(String sql) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + ours.id() + "', false)");
            statement.execute(sql);
        }
    }
}
