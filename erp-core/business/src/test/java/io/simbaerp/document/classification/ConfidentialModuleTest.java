package io.simbaerp.document.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.AuditTrail;
import io.simbaerp.document.DocumentDraft;
import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentTimeline;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.KeepDocument;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.document.part.KeepParts;
import io.simbaerp.document.part.PartDraft;
import io.simbaerp.document.part.Parts;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees a confidential document, and what everybody else is told. */
@ModuleTest
class ConfidentialModuleTest {

    private static final Set<Duty> CLERK =
            Set.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_DOCUMENT, Duty.RECEIVE_DOCUMENT, Duty.CLASSIFY_DOCUMENT);
    private static final Set<Duty> PAYROLL = Set.of(
            Duty.BELONG_TO_COMPANY,
            Duty.VIEW_DOCUMENT,
            Duty.RECEIVE_DOCUMENT,
            Duty.CLASSIFY_DOCUMENT,
            Duty.SEE_PAYROLL_DOCUMENT);

    @Autowired
    TestCompanies companies;

    @Autowired
    KeepDocument keepDocument;

    @Autowired
    RegisterDocument registerDocument;

    @Autowired
    KeepParts keepParts;

    @Autowired
    Parts parts;

    @Autowired
    Documents documents;

    @Autowired
    DocumentTimeline timeline;

    @Autowired
    AuditTrail trail;

    @Autowired
    DefineDocumentClass define;

    @Autowired
    DocumentClasses classes;

    @Autowired
    ClassifyDocument classify;

    @Autowired
    TestDatabase database;

    private final UUID clerk = UUID.randomUUID();
    private final UUID payroll = UUID.randomUUID();
    private TestCompany ours;

    @BeforeEach
    void begin() {
        ours = companies.create();
        ours.run(() -> DocumentClassDraft.usual().forEach(define::define));
    }

    @Test
    void aConfidentialDocumentExistsForTheHoldersOfItsDutyAlone() {
        DocumentId id = keep("payslip", "payroll");

        assertThat(asPayroll(() -> documents.byId(id))).isPresent();
        assertThat(asPayroll(() -> documents.list(DocumentFilter.ALL, null, 10)))
                .hasSize(1);
        assertThat(asPayroll(() -> timeline.of(id))).isNotEmpty();
        assertThat(asPayroll(() -> classes.of(id)))
                .hasValueSatisfying(known -> assertThat(known.code()).isEqualTo("payroll"));

        assertThat(asClerk(() -> documents.byId(id))).isEmpty();
        assertThat(asClerk(() -> documents.list(DocumentFilter.ALL, null, 10))).isEmpty();
        assertThat(asClerk(() -> documents.byIds(List.of(id.value())))).isEmpty();
        assertThat(asClerk(() -> classes.of(id))).isEmpty();
        assertThat(asClerk(() -> trail.of(new Subject("document", id.value())))).isEmpty();
        assertThatThrownBy(() -> asClerk(() -> timeline.of(id))).isInstanceOf(NotFound.class);

        assertThat(ours.as(() -> documents.byId(id)))
                .as("processes and jobs see everything")
                .isPresent();
    }

    @Test
    void anotherConfidentialDutyOpensNothing() {
        DocumentId id = keep("payslip", "payroll");
        Set<Duty> legal = Set.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_DOCUMENT, Duty.SEE_LEGAL_DOCUMENT);
        assertThat(ours.asPerson(clerk, legal, () -> documents.byId(id))).isEmpty();
    }

    @Test
    void whoFindsAPayslipLocksItAwayAndDoesNotSeeItAgain() {
        DocumentId id = keep("found", null);
        assertThat(asClerk(() -> documents.byId(id))).isPresent();

        asClerk(() -> change(id, "payroll", "This is a payslip"));

        assertThat(asClerk(() -> documents.byId(id))).isEmpty();
        assertThatThrownBy(() -> asClerk(() -> change(id, null, "Back again"))).isInstanceOf(NotFound.class);
        assertThat(asPayroll(() -> trail.of(new Subject("document", id.value()))))
                .extracting(entry -> entry.event())
                .contains("document-classified");

        asPayroll(() -> change(id, null, "It is none"));
        assertThat(asClerk(() -> documents.byId(id))).isPresent();
    }

    @Test
    void aChangeOfClassTakesADutyAndAReason() {
        DocumentId id = keep("plain", null);
        assertThatThrownBy(() -> asClerk(() -> change(id, "payroll", " ")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("document.reason-missing");
        assertThatThrownBy(() -> asClerk(() -> change(id, "nothing", "why")))
                .hasMessageContaining("document-class.unknown");
        assertThatThrownBy(() -> asClerk(() -> change(id, null, "why")))
                .hasMessageContaining("document-class.unchanged");
        assertThatThrownBy(() -> ours.asPerson(clerk, Set.of(Duty.VIEW_DOCUMENT), () -> change(id, "payroll", "why")))
                .isInstanceOf(MissingDuty.class);
    }

    @Test
    void otherDutiesOfAClassHoldForTheDocumentsThereAre() {
        DocumentId id = keep("contract", "board");
        assertThat(asPayroll(() -> documents.byId(id))).isEmpty();
        ours.run(() -> define.define(new DocumentClassDraft(
                "board", "Board", "Zarząd", Set.of(Duty.SEE_BOARD_DOCUMENT, Duty.SEE_PAYROLL_DOCUMENT))));
        assertThat(asPayroll(() -> documents.byId(id))).isPresent();
        assertThat(asClerk(() -> documents.byId(id))).isEmpty();
        ours.run(() -> define.define(new DocumentClassDraft("board", "Board", "Zarząd", Set.of())));
        assertThat(asClerk(() -> documents.byId(id))).isPresent();
    }

    @Test
    void aClassNamesOnlyDutiesThatOpenDocuments() {
        assertThatThrownBy(() ->
                        ours.as(() -> define.define(new DocumentClassDraft("x", "X", "X", Set.of(Duty.ADMINISTER)))))
                .hasMessageContaining("document-class.duty-opens-no-documents");
        assertThatThrownBy(() -> ours.as(() -> define.define(new DocumentClassDraft("No!", "X", "X", Set.of()))))
                .hasMessageContaining("document-class.code-wrong");
    }

    @Test
    void aClassTakesTheDocumentsOfItsKindsWhenTheyAreRegistered() {
        DocumentId before = keep("letter before", null);
        register(before, DocumentKind.PLAIN);
        ours.run(() -> define.define(new DocumentClassDraft(
                "legal", "Legal", "Prawne", Set.of(Duty.SEE_PAYROLL_DOCUMENT), Set.of(DocumentKind.PLAIN))));
        DocumentId letter = keep("letter", null);
        assertThat(asClerk(() -> documents.byId(letter))).as("not read yet").isPresent();
        register(letter, DocumentKind.PLAIN);
        assertThat(asClerk(() -> documents.byId(letter))).isEmpty();
        assertThat(asPayroll(() -> classes.of(letter)))
                .hasValueSatisfying(known -> assertThat(known.code()).isEqualTo("legal"));

        DocumentId invoice = keep("invoice", null);
        register(invoice, DocumentKind.PURCHASE_INVOICE);
        DocumentId chosen = keep("chosen", "payroll");
        register(chosen, DocumentKind.PLAIN);
        assertThat(asClerk(() -> documents.byId(before))).as("keeps its class").isPresent();
        assertThat(asClerk(() -> documents.byId(invoice))).as("another kind").isPresent();
        assertThat(asPayroll(() -> classes.of(chosen)))
                .as("what was chosen stays")
                .hasValueSatisfying(known -> assertThat(known.code()).isEqualTo("payroll"));
    }

    @Test
    void aKindOfDocumentsComesIntoOneClass() throws SQLException {
        ours.run(() -> define.define(
                new DocumentClassDraft("legal", "Legal", "Prawne", Set.of(), Set.of(DocumentKind.PLAIN))));
        assertThatThrownBy(() -> ours.run(() -> define.define(
                        new DocumentClassDraft("board", "Board", "Zarząd", Set.of(), Set.of(DocumentKind.PLAIN)))))
                .hasMessageContaining("document-class.kind-taken");
        assertThatThrownBy(() -> ours.run(() ->
                        define.define(new DocumentClassDraft("board", "Board", "Zarząd", Set.of(), Set.of("poem")))))
                .hasMessageContaining("document-class.kind-unknown");
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + ours.id() + "', true)");
            assertThatThrownBy(() ->
                            sql.execute("update document.document_class set kinds = '{plain}' where code = 'board'"))
                    .hasMessageContaining("comes into one class");
            connection.rollback();
        }
    }

    private void register(DocumentId document, String kind) {
        ours.run(
                () -> registerDocument.register(new RegistrationDraft(document, kind, "Title", null, List.of(), null)));
    }

    @Test
    void nobodyHandsInToAClassTheyMayNotSee() {
        assertThat(asClerk(() -> classes.choices())).isEmpty();
        assertThat(asPayroll(() -> classes.choices()))
                .extracting(DocumentClass::code)
                .containsExactly("payroll");
        assertThatThrownBy(() -> asClerk(() -> classes.chosen("payroll")))
                .hasMessageContaining("document-class.unknown");
        assertThat(asPayroll(() -> classes.chosen("payroll"))).isEqualTo("payroll");
    }

    @Test
    void theSameContentHandedInByAnotherSaysThatItIsKeptAndNothingElse() {
        keep("payslip", "payroll");
        assertThatThrownBy(() -> asClerk(() -> keepDocument.keep(draft("payslip", null))))
                .hasMessageContaining("document.kept-out-of-sight");
    }

    @Test
    void whatCameInsideIsConfidentialWithIt() {
        DocumentId container = keep("container", "payroll");
        DocumentView view = ours.as(() -> documents.byId(container)).orElseThrow();
        ours.run(() -> keepParts.keep(view, List.of(new PartDraft("in.txt", bytes("inside")))));
        DocumentId inside = ours.as(() -> parts.of(container)).get(0).id();
        assertThat(asClerk(() -> documents.byId(inside))).isEmpty();
        assertThat(asPayroll(() -> documents.byId(inside))).isPresent();

        DocumentId open = keep("open container", null);
        DocumentView openView = ours.as(() -> documents.byId(open)).orElseThrow();
        ours.run(() -> keepParts.keep(openView, List.of(new PartDraft("in.txt", bytes("inside the other")))));
        DocumentId other = ours.as(() -> parts.of(open)).get(0).id();
        assertThat(asClerk(() -> documents.byId(other))).isPresent();
        asClerk(() -> change(open, "payroll", "Payslips in a ZIP file"));
        assertThat(asClerk(() -> documents.byId(other))).isEmpty();
        assertThat(asPayroll(() -> documents.byId(other))).isPresent();
    }

    @Test
    void theDatabaseItselfHidesIt() throws SQLException {
        DocumentId id = keep("payslip", "payroll");
        DocumentId plain = keep("letter", null);
        assertThat(count("", "document.document")).isEqualTo(1);
        assertThat(count("SEE_LEGAL_DOCUMENT", "document.document")).isEqualTo(1);
        assertThat(count("SEE_LEGAL_DOCUMENT,SEE_PAYROLL_DOCUMENT", "document.document"))
                .isEqualTo(2);
        assertThat(count("*", "document.document")).isEqualTo(2);
        assertThat(count("", "audit.event_subject where subject_id = '" + id + "'"))
                .isZero();
        assertThat(count("", "audit.business_event where subject_id = '" + plain + "'"))
                .isPositive();
        assertThat(count("", "document.search_document('payslip') s join document.document d on d.id = s"))
                .isZero();
        assertThat(update("", "update document.document set title = 'mine' where id = '" + id + "'"))
                .isZero();
        assertThat(update("", "update document.document set title = 'mine' where id = '" + plain + "'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> count("*", "simba.confidential_record")).hasMessageContaining("permission denied");
    }

    private long count(String sees, String from) throws SQLException {
        return asked(sees, statement -> {
            try (ResultSet row = statement.executeQuery("select count(*) from " + from)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private long update(String sees, String sql) throws SQLException {
        return asked(sees, statement -> (long) statement.executeUpdate(sql));
    }

    /** What is done with a statement. */
    private interface Asked {
        long of(Statement statement) throws SQLException;
    }

    private long asked(String sees, Asked asked) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('simba.company', '" + ours.id() + "', true)");
            if (!sees.isEmpty()) {
                statement.execute("select set_config('simba.sees', '" + sees + "', true)");
            }
            long answer = asked.of(statement);
            connection.rollback();
            return answer;
        }
    }

    private <T> T asClerk(Supplier<T> work) {
        return ours.asPerson(clerk, CLERK, work);
    }

    private <T> T asPayroll(Supplier<T> work) {
        return ours.asPerson(payroll, PAYROLL, work);
    }

    private boolean change(DocumentId id, String code, String reason) {
        classify.classify(id, code, reason);
        return true;
    }

    private DocumentId keep(String content, String documentClass) {
        return ours.as(() -> keepDocument.keep(draft(content, documentClass)))
                .document()
                .id();
    }

    private static DocumentDraft draft(String content, String documentClass) {
        return new DocumentDraft(
                bytes(content),
                content + ".txt",
                "text/plain",
                "upload",
                LocalDate.of(2026, 11, 20),
                null,
                documentClass);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
