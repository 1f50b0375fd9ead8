package io.simbaerp.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.AuditTrail;
import io.simbaerp.audit.TrailEntry;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class DocumentModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    KeepDocument keepDocument;

    @Autowired
    RegisterDocument registerDocument;

    @Autowired
    MoveDocument moveDocument;

    @Autowired
    QuarantineDocument quarantineDocument;

    @Autowired
    RejectDocument rejectDocument;

    @Autowired
    ArchiveDocument archiveDocument;

    @Autowired
    AddFindings addFindings;

    @Autowired
    Documents documents;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestDatabase database;

    private TestCompany ours;

    @BeforeEach
    void begin() {
        ours = companies.create();
    }

    @Test
    void aRegisteredDocumentHasNumberKindTitleAndFindings() {
        DocumentId id = keep("one");
        Finding first = new Finding("BR-01", Severity.ERROR, "/Invoice", "An Invoice shall have a number");
        Finding second = new Finding("BR-02", Severity.WARNING, null, "Look here");
        DocumentView registered = ours.as(() -> registerDocument.register(new RegistrationDraft(
                id, DocumentKind.PURCHASE_INVOICE, "Tekturo, 7", null, List.of(first, second), null)));
        ours.run(() -> addFindings.add(id, List.of(new Finding("OURS", Severity.INFORMATION, null, "Later"))));

        assertThat(registered).isEqualTo(view(id));
        assertThat(registered.number()).isEqualTo("DOC/2026/000001");
        assertThat(registered.state()).isEqualTo(DocumentState.IN_PROCESS);
        assertThat(registered.title()).isEqualTo("Tekturo, 7");
        assertThat(ours.as(() -> documents.findings(id)))
                .extracting(Finding::rule)
                .containsExactly("BR-01", "BR-02", "OURS");
    }

    @Test
    void aDocumentIsRegisteredOnce() {
        DocumentId id = registered("once");
        assertThatThrownBy(() -> register(id, DocumentKind.PURCHASE_INVOICE))
                .hasMessageContaining("document.registered-already");
    }

    @ParameterizedTest
    @EnumSource(DocumentState.class)
    void anInvoiceInProcessMovesToPostedOrRejectedAlone(DocumentState target) {
        DocumentId id = registered("move to " + target);
        if (target == DocumentState.POSTED || target == DocumentState.REJECTED) {
            ours.run(() -> moveDocument.to(id, target));
            assertThat(view(id).state()).isEqualTo(target);
        } else {
            assertThatThrownBy(() -> ours.run(() -> moveDocument.to(id, target)))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("document.move-not-allowed");
        }
    }

    @Test
    void itsHistoryNamesEachMove() {
        DocumentId id = registered("history");
        ours.run(() -> moveDocument.to(id, DocumentState.POSTED));
        ours.run(() -> moveDocument.to(id, DocumentState.PAID));
        ours.run(() -> archiveDocument.archive(id));
        assertThat(ours.as(() -> trail.of(new Subject("document", id.value()))))
                .extracting(TrailEntry::event)
                .containsExactly(
                        "document-received",
                        "document-registered",
                        "document-posted",
                        "document-paid",
                        "document-archived");
    }

    @Test
    void aPlainDocumentIsArchivedByAPerson() {
        DocumentId id = keep("plain");
        register(id, DocumentKind.PLAIN);
        assertThat(view(id).state()).isEqualTo(DocumentState.RECEIVED);
        assertThatThrownBy(() -> ours.run(() -> moveDocument.to(id, DocumentState.IN_PROCESS)))
                .hasMessageContaining("document.move-not-allowed");
        ours.asPerson(UUID.randomUUID(), Set.of(Duty.RECEIVE_DOCUMENT), () -> {
            archiveDocument.archive(id);
            return true;
        });
        assertThat(view(id).state()).isEqualTo(DocumentState.ARCHIVED);
        assertThatThrownBy(() -> ours.run(() -> archiveDocument.archive(id))).isInstanceOf(RuleViolation.class);
    }

    @Test
    void whatWasNotReadYetCannotBeArchived() {
        DocumentId id = keep("unread");
        assertThatThrownBy(() -> ours.run(() -> archiveDocument.archive(id)))
                .hasMessageContaining("document.move-not-allowed");
    }

    @Test
    void aQuarantinedDocumentIsRejectedWithAReason() {
        DocumentId id = keep("hostile");
        ours.as(() -> quarantineDocument.quarantine(id, new QuarantineReason("x.y", List.of("a", "b"))));
        assertThat(ours.as(() -> documents.quarantined(null, 10)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.document().id()).isEqualTo(id);
                    assertThat(row.reason()).isEqualTo(new QuarantineReason("x.y", List.of("a", "b")));
                });
        assertThatThrownBy(() -> ours.run(() -> rejectDocument.reject(id, " ")))
                .hasMessageContaining("document.reason-missing");
        ours.run(() -> rejectDocument.reject(id, "Not for us"));
        assertThat(view(id).state()).isEqualTo(DocumentState.REJECTED);
        assertThat(ours.as(() -> documents.quarantined(null, 10))).isEmpty();
        assertThat(ours.as(() -> documents.reasonOfDecision(id))).contains("Not for us");
    }

    @Test
    void aPlainDocumentComesOutOfQuarantineAsReceived() {
        DocumentId id = keep("plain after all");
        ours.as(() -> quarantineDocument.quarantine(id, new QuarantineReason("x.y", List.of())));
        assertThat(register(id, DocumentKind.PLAIN).state()).isEqualTo(DocumentState.RECEIVED);
    }

    @Test
    void theListIsFilteredAndPaged() {
        List<DocumentId> made = new ArrayList<>();
        for (int n = 1; n <= 5; n++) {
            made.add(registered("listed " + n));
        }
        ours.run(() -> moveDocument.to(made.get(1), DocumentState.POSTED));

        List<DocumentView> newest = ours.as(() -> documents.list(DocumentFilter.ALL, null, 2));
        List<DocumentView> next =
                ours.as(() -> documents.list(DocumentFilter.ALL, newest.get(1).id(), 10));
        assertThat(newest).hasSize(2);
        assertThat(next).hasSize(3).doesNotContainAnyElementsOf(newest);
        assertThat(found(new DocumentFilter(DocumentState.POSTED, null, null, null, null)))
                .containsExactly(made.get(1));
        assertThat(found(new DocumentFilter(null, DocumentKind.PLAIN, null, null, null)))
                .isEmpty();
        assertThat(found(new DocumentFilter(null, null, "DOC/2026/000003", null, null)))
                .containsExactly(made.get(2));
        assertThat(found(new DocumentFilter(null, null, "listed 4.txt", null, null)))
                .containsExactly(made.get(3));
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertThat(found(new DocumentFilter(null, null, null, day, day))).hasSize(5);
        assertThat(found(new DocumentFilter(null, null, null, day.plusDays(1), null)))
                .isEmpty();
        assertThat(found(new DocumentFilter(null, null, null, null, day.minusDays(1))))
                .isEmpty();
    }

    @Test
    void anotherCompanySeesNothingAndMovesNothing() {
        DocumentId id = registered("ours");
        TestCompany theirs = companies.create();
        assertThat(theirs.as(() -> documents.byId(id))).isEmpty();
        assertThat(theirs.as(() -> documents.findings(id))).isEmpty();
        assertThat(theirs.as(() -> documents.list(DocumentFilter.ALL, null, 10)))
                .isEmpty();
        assertThatThrownBy(() -> theirs.run(() -> moveDocument.to(id, DocumentState.POSTED)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void dutiesAreAskedFor() {
        DocumentId id = registered("guarded");
        assertThatThrownBy(
                        () -> ours.asPerson(UUID.randomUUID(), Set.of(Duty.RECEIVE_DOCUMENT), () -> documents.byId(id)))
                .isInstanceOf(MissingDuty.class);
        assertThatThrownBy(() -> ours.asPerson(UUID.randomUUID(), Set.of(Duty.VIEW_DOCUMENT), () -> {
                    moveDocument.to(id, DocumentState.POSTED);
                    return true;
                }))
                .isInstanceOf(MissingDuty.class);
    }

    /** Every move that isn't on the list, tried past all our code as the application's role. */
    @Test
    void theDatabaseAllowsTheListedMovesAlone() throws SQLException {
        for (DocumentState from : DocumentState.values()) {
            for (DocumentState to : DocumentState.values()) {
                DocumentId id = in(from);
                String move = "update document.document set state = '" + to + "' where id = '" + id + "'";
                boolean reversed = from == DocumentState.POSTED && to == DocumentState.IN_PROCESS;
                if (from == to
                        || reversed
                        || from.next().contains(to)
                                && to != DocumentState.IN_PROCESS
                                && to != DocumentState.QUARANTINED) {
                    attack(move);
                } else {
                    assertThatThrownBy(() -> attack(move))
                            .as(from + " to " + to)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }

    @Test
    void theDatabaseKeepsWhatWasReceived() {
        DocumentId id = registered("for ever");
        for (String change : List.of(
                "number = 'DOC/2026/000099'",
                "number = null",
                "file_name = 'other'",
                "sha256 = repeat('0', 64)",
                "received_by = 'person:x'",
                "received_at = now()")) {
            assertThatThrownBy(() -> attack("update document.document set " + change + " where id = '" + id + "'"))
                    .as(change)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changes");
        }
        assertThatThrownBy(() -> attack("delete from document.document")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> attack("update document.finding set text = ''"))
                .hasMessageContaining("permission denied");
    }

    /** A document in this state, got there by the front door. */
    private DocumentId in(DocumentState state) {
        DocumentId id = keep("in " + UUID.randomUUID());
        switch (state) {
            case RECEIVED -> {}
            case QUARANTINED, REJECTED -> {
                ours.as(() -> quarantineDocument.quarantine(id, new QuarantineReason("x.y", List.of())));
                if (state == DocumentState.REJECTED) {
                    ours.run(() -> rejectDocument.reject(id, "no"));
                }
            }
            case IN_PROCESS, POSTED, PAID, ARCHIVED -> {
                register(id, DocumentKind.PURCHASE_INVOICE);
                if (state != DocumentState.IN_PROCESS) {
                    ours.run(() -> moveDocument.to(id, DocumentState.POSTED));
                }
                if (state == DocumentState.PAID || state == DocumentState.ARCHIVED) {
                    ours.run(() -> moveDocument.to(id, state));
                }
            }
        }
        return id;
    }

    private void attack(String sql) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + ours.id() + "', false)");
            statement.execute(sql);
        }
    }

    private List<DocumentId> found(DocumentFilter filter) {
        return ours.as(() -> documents.list(filter, null, 100)).stream()
                .map(DocumentView::id)
                .toList();
    }

    private DocumentView view(DocumentId id) {
        return ours.as(() -> documents.byId(id)).orElseThrow();
    }

    private DocumentId registered(String content) {
        DocumentId id = keep(content);
        register(id, DocumentKind.PURCHASE_INVOICE);
        return id;
    }

    private DocumentView register(DocumentId id, String kind) {
        return ours.as(() -> registerDocument.register(new RegistrationDraft(id, kind, null, null, List.of(), null)));
    }

    private DocumentId keep(String content) {
        return ours.as(() -> keepDocument.keep(new DocumentDraft(
                        content.getBytes(StandardCharsets.UTF_8),
                        content + ".txt",
                        "text/plain",
                        "upload",
                        LocalDate.of(2026, 11, 20),
                        null)))
                .document()
                .id();
    }
}
