package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A document and the moves it may make. Rows are added by {@link KeepDocument} alone, so there is no constructor. */
@Entity
@DynamicUpdate
@Table(schema = "document", name = "document")
class Document {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    private @Nullable String number;
    private String kind;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    private @Nullable String title;
    private String fileName;
    private String mediaType;
    private String sha256;
    private long size;
    private String channel;
    private Instant receivedAt;
    private LocalDate receivedOn;
    private String receivedBy;
    private @Nullable String ksefNumber;
    private int attempt;
    private @Nullable String quarantineRule;
    private String @Nullable [] quarantineArgs;
    private @Nullable Instant quarantinedAt;
    private @Nullable String decisionReason;
    private @Nullable String supplierName;
    private @Nullable String supplierTaxId;
    private @Nullable String supplierNumber;
    private @Nullable LocalDate issuedOn;
    private @Nullable LocalDate dueOn;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    /** Whether receipt is over for it: registered, or in a state that a person or a process put it in. */
    boolean isSettled() {
        return state != DocumentState.RECEIVED || number != null;
    }

    void register(RegistrationDraft draft) {
        if (draft.content() != null) {
            describe(draft.content());
        }
        if (number != null) {
            recognise(draft);
            return;
        }
        if (draft.kind().equals(DocumentKind.PLAIN)) {
            requireState(DocumentState.RECEIVED, DocumentState.QUARANTINED);
            state = DocumentState.RECEIVED;
        } else {
            moveTo(DocumentState.IN_PROCESS);
        }
        kind = draft.kind();
        title = draft.title();
        if (draft.mediaType() != null) {
            mediaType = draft.mediaType();
        }
        quarantineRule = null;
        quarantineArgs = null;
        quarantinedAt = null;
    }

    /** What lists show of the content. */
    private void describe(RegistrationDraft.Content content) {
        supplierName = content.supplierName();
        supplierTaxId = content.supplierTaxId();
        supplierNumber = content.number();
        issuedOn = content.issuedOn();
        dueOn = content.dueOn();
        Money claimed = content.amount();
        amount = claimed == null ? null : claimed.amount();
        currency = claimed == null ? null : claimed.currency().code();
    }

    /** A plain document may turn out to be something else as long as nobody has archived it. */
    private void recognise(RegistrationDraft draft) {
        if (!kind.equals(DocumentKind.PLAIN) || draft.kind().equals(DocumentKind.PLAIN)) {
            throw new RuleViolation("document.registered-already", String.valueOf(number));
        }
        requireState(DocumentState.RECEIVED);
        state = DocumentState.IN_PROCESS;
        kind = draft.kind();
        title = draft.title();
    }

    boolean isRegistered() {
        return number != null;
    }

    /** Taken last: the series stays locked until the transaction ends. */
    void number(String given) {
        number = given;
    }

    void quarantine(QuarantineReason reason, Instant now) {
        if (state != DocumentState.QUARANTINED) {
            moveTo(DocumentState.QUARANTINED);
        }
        attempt++;
        quarantineRule = reason.rule();
        quarantineArgs = reason.args().toArray(String[]::new);
        quarantinedAt = now;
    }

    /** Who handed it in. */
    Actor receivedBy() {
        return Actor.parse(receivedBy);
    }

    int attempts() {
        return attempt;
    }

    void reject(String reason) {
        requireState(DocumentState.QUARANTINED);
        moveTo(DocumentState.REJECTED);
        decisionReason = reason;
    }

    void archive() {
        if (kind.equals(DocumentKind.PLAIN) && number != null) {
            requireState(DocumentState.RECEIVED);
            state = DocumentState.ARCHIVED;
        } else {
            moveTo(DocumentState.ARCHIVED);
        }
    }

    void moveTo(DocumentState target) {
        if (number != null && state == DocumentState.RECEIVED || !state.next().contains(target)) {
            throw new RuleViolation("document.move-not-allowed", state.name(), target.name());
        }
        state = target;
    }

    private void requireState(DocumentState... allowed) {
        for (DocumentState one : allowed) {
            if (state == one) {
                return;
            }
        }
        throw new RuleViolation("document.not-in-this-state", state.name());
    }

    DocumentView view() {
        return new DocumentView(
                new DocumentId(id),
                number,
                kind,
                state,
                fileName,
                mediaType,
                sha256,
                size,
                channel,
                receivedAt,
                receivedOn,
                ksefNumber,
                title,
                version);
    }
}
