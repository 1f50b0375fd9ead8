package io.simbaerp.party.creation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.party.PartyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposed suppliers as they are kept. */
@Component
class CreationBook {

    private static final String SELECT = """
            select c.*, p.name, party.creation_hash(c.company_id, c.party_id) as hash,
                   num_nonnulls(c.proof_document, c.proof_reference) > 0 as proven,
                   case when c.proof_document not in (select h from simba.hidden_records() h)
                        then c.proof_document end as seen_document
              from party.supplier_creation c
              join party.party p on p.company_id = c.company_id and p.id = c.party_id
             where c.company_id = :company and c.party_id = :party""";

    private static final String UPDATE = "update party.supplier_creation set version = version + 1, ";
    private static final String THIS = " where company_id = :company and party_id = :party";
    private static final String WITH_AUTHORS =
            "authors = (select coalesce(array_agg(distinct a order by a), '{}') from unnest(authors || :authors) a)";

    private static final String ANOTHER = "state = 'APPROVED' and not party.is_approved(company_id, party_id)";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    CreationBook(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    Optional<SupplierCreation> find(PartyId party) {
        return of(SELECT, party).query((row, n) -> creation(row)).optional();
    }

    /** @throws NotFound if it was never proposed */
    SupplierCreation existing(PartyId party) {
        return find(party).orElseThrow(() -> new NotFound("supplier-creation", party));
    }

    /** The same, kept from others until the transaction ends. */
    SupplierCreation locked(PartyId party) {
        return of(SELECT + " for update of c", party)
                .query((row, n) -> creation(row))
                .optional()
                .orElseThrow(() -> new NotFound("supplier-creation", party));
    }

    /** Whether it was proposed just now and nobody has been told yet. */
    boolean isNew(PartyId party) {
        return of("select version = 0 from party.supplier_creation" + THIS, party)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whoever acts had a hand in it from now on; nothing happens to one that was decided about. */
    void touched(PartyId party) {
        of(UPDATE + WITH_AUTHORS + THIS + " and state in ('PROPOSED', 'RETURNED')", party)
                .param("authors", authors())
                .update();
    }

    /**
     * Whoever was approved bears another name, lies in another country or has other tax ids now: it is proposed once
     * more, and whoever acts had a hand in it. Nothing happens while the company asks for no approval.
     */
    boolean isAnotherNow(PartyId party) {
        return of(
                                UPDATE + WITH_AUTHORS + ", state = 'PROPOSED', approved_by = null, approved_at = null"
                                        + THIS + " and " + ANOTHER,
                                party)
                        .param("authors", authors())
                        .update()
                > 0;
    }

    /** Who was approved and is another one now, such as those changed while the company asked for no approval. */
    List<PartyId> others() {
        return jdbc.sql("select party_id from party.supplier_creation where company_id = :company and " + ANOTHER
                        + " order by party_id")
                .param("company", currentActor.company().value())
                .query((row, number) -> new PartyId(row.getObject(1, UUID.class)))
                .list();
    }

    /** What proves its data; whoever says so had a hand in it. */
    void prove(PartyId party, @Nullable UUID document, @Nullable String reference) {
        of(UPDATE + WITH_AUTHORS + ", proof_document = :document, proof_reference = :reference" + THIS, party)
                .param("authors", authors())
                .param("document", document, Types.OTHER)
                .param("reference", reference)
                .update();
    }

    /**
     * The document it was read from, unless something proves it already.
     *
     * @return whether it proves it now
     */
    boolean readFrom(PartyId party, UUID document) {
        return of(
                                UPDATE + WITH_AUTHORS + ", proof_document = :document" + THIS
                                        + " and state in ('PROPOSED', 'RETURNED')"
                                        + " and num_nonnulls(proof_document, proof_reference) = 0",
                                party)
                        .param("authors", authors())
                        .param("document", document)
                        .update()
                > 0;
    }

    void sendAgain(PartyId party) {
        of(UPDATE + WITH_AUTHORS + ", state = 'PROPOSED', note = null" + THIS, party)
                .param("authors", authors())
                .update();
    }

    void end(PartyId party, CreationState state, String note) {
        of(UPDATE + "state = :state, note = :note" + THIS, party)
                .param("state", state.name())
                .param("note", note)
                .update();
    }

    void approve(PartyId party, UUID approver, Instant now) {
        of(UPDATE + "state = 'APPROVED', note = null, approved_by = :approver, approved_at = :now" + THIS, party)
                .param("approver", Actor.person(approver).toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isApprovalNeeded() {
        return jdbc.sql("select approval from party.creation_policy where company_id = ?")
                .param(currentActor.company().value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void askForApproval(boolean needed) {
        jdbc.sql("""
                        insert into party.creation_policy as kept (company_id, approval) values (:company, :needed)
                        on conflict (company_id) do update
                           set approval = excluded.approval, version = kept.version + 1""")
                .param("company", currentActor.company().value())
                .param("needed", needed)
                .update();
    }

    private String[] authors() {
        return currentActor.get().people().stream()
                .map(person -> Actor.person(person).toString())
                .toArray(String[]::new);
    }

    private JdbcClient.StatementSpec of(String sql, PartyId party) {
        return jdbc.sql(sql).param("company", currentActor.company().value()).param("party", party.value());
    }

    private static SupplierCreation creation(ResultSet row) throws SQLException {
        OffsetDateTime approvedAt = row.getObject("approved_at", OffsetDateTime.class);
        return new SupplierCreation(
                new PartyId(row.getObject("party_id", UUID.class)),
                row.getString("name"),
                CreationState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("authors").getArray()),
                row.getObject("seen_document", UUID.class),
                row.getBoolean("proven"),
                row.getString("proof_reference"),
                row.getString("note"),
                row.getString("approved_by"),
                approvedAt == null ? null : approvedAt.toInstant(),
                row.getString("hash"));
    }
}
