package io.simbaerp.party.approval;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.party.PartyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of partners as somebody decides about them. */
@Query(Duty.BELONG_TO_COMPANY)
public class AccountContents {

    private static final String SELECT = """
            select a.id, a.party_id, p.name, a.iban, a.proposed_by, a.proposed_for, a.proposed_at, a.confirmed_by, a.withdrawn_at,
                   case when not exists (select from party.cool_off_waiver w
                                          where w.company_id = a.company_id and w.account_id = a.id)
                        then a.payable_from end as payable_from,
                   case when a.source in (select 'document:' || h from simba.hidden_records() h)
                        then a.proposed_by else a.source end as source,
                   a.source like 'document:%' or a.white_list_on is not null as proven,
                   a.white_list_tax_id, a.white_list_on, party.account_content_hash(a.company_id, a.id) as hash,
                   (select o.iban from party.bank_account o
                     where o.company_id = a.company_id and o.party_id = a.party_id and o.id <> a.id
                       and o.confirmed_by is not null
                     order by o.confirmed_at desc limit 1) as before
              from party.bank_account a
              join party.party p on p.company_id = a.company_id and p.id = a.party_id
             where a.company_id = :company and\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AccountContents(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Where an account stands. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        WITHDRAWN
    }

    /**
     * An account as it is decided about.
     *
     * @param source {@code document:<id>}, {@code white-list:<request>}, or whoever said so
     * @param proven whether a document or the White List names it, even one hidden from the reader
     * @param proposedFor for whom, where one person acted for another
     * @param hash the fingerprint the decision is bound to
     * @param payableFrom the first day on which it may be paid to; nothing without a cool-off
     * @param whiteListTaxId about which tax payer the White List was asked, where its answer is the source
     * @param whiteListOn on which day
     * @param before the account that was confirmed last before it: then this one is a change
     */
    public record Content(
            UUID id,
            PartyId party,
            String name,
            String iban,
            String source,
            boolean proven,
            String proposedBy,
            @Nullable String proposedFor,
            Instant proposedAt,
            State state,
            String hash,
            @Nullable String before,
            @Nullable LocalDate payableFrom,
            @Nullable String whiteListTaxId,
            @Nullable LocalDate whiteListOn) {

        /** The document it was read from, if it was. */
        public @Nullable UUID document() {
            return source.startsWith("document:") ? UUID.fromString(source.substring("document:".length())) : null;
        }
    }

    /** @throws NotFound if there is none */
    public Content of(UUID account) {
        return find(account).orElseThrow(() -> new NotFound("bank-account", account));
    }

    public Optional<Content> find(UUID account) {
        return jdbc.sql(SELECT + "a.id = :id")
                .param("company", currentActor.company().value())
                .param("id", account)
                .query((row, n) -> content(row))
                .optional();
    }

    /** Those of a partner that wait for a second person. */
    public List<Content> waiting(PartyId party) {
        return jdbc.sql(SELECT
                        + "a.party_id = :party and a.confirmed_by is null and a.withdrawn_at is null order by a.id")
                .param("company", currentActor.company().value())
                .param("party", party.value())
                .query((row, n) -> content(row))
                .list();
    }

    private static Content content(ResultSet row) throws SQLException {
        State state = row.getObject("withdrawn_at") != null
                ? State.WITHDRAWN
                : row.getString("confirmed_by") != null ? State.CONFIRMED : State.PROPOSED;
        return new Content(
                row.getObject("id", UUID.class),
                new PartyId(row.getObject("party_id", UUID.class)),
                row.getString("name"),
                row.getString("iban"),
                row.getString("source"),
                row.getBoolean("proven"),
                row.getString("proposed_by"),
                row.getString("proposed_for"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                state,
                row.getString("hash"),
                row.getString("before"),
                row.getObject("payable_from", LocalDate.class),
                row.getString("white_list_tax_id"),
                row.getObject("white_list_on", LocalDate.class));
    }
}
