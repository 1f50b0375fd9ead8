package io.simbaerp.party;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.TaxIdText;
import io.simbaerp.money.Iban;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads parties with their tax ids and accounts: three statements however many there are. */
@Component
class PartyRows {

    private static final String SELECT = """
            select p.id, p.name, p.street, p.additional, p.postal_code, p.city, p.subdivision, p.country, p.supplier,
                   p.customer, p.version, party.is_approved(p.company_id, p.id) as approved
              from party.party p where p.company_id = :company and\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    PartyRows(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    Optional<PartyView> byId(PartyId id) {
        return one(jdbc.sql(SELECT + "p.id = :id").param("id", id.value()));
    }

    List<PartyView> byIds(Collection<PartyId> ids) {
        return ids.isEmpty()
                ? List.of()
                : views(jdbc.sql(SELECT + "p.id in (:ids) order by p.name, p.id")
                        .param("ids", ids.stream().map(PartyId::value).toList()));
    }

    Optional<PartyView> byTaxId(String number) {
        return one(jdbc.sql(SELECT + """
                        p.id = (select t.party_id from party.tax_id t
                                 where t.company_id = :company and t.number = :number)""").param("number", number));
    }

    /** Nothing if several are called so. */
    Optional<PartyView> called(String name) {
        return one(jdbc.sql(SELECT + "lower(p.name) = lower(:name) order by p.id limit 2")
                .param("name", name));
    }

    Map<String, UUID> named(Map<String, Optional<String>> names) {
        List<String> texts = List.copyOf(names.keySet());
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("""
                        select n.text, coalesce(
                                   (select t.party_id from party.tax_id t
                                     where t.company_id = :company and t.number = n.number),
                                   (select (array_agg(p.id))[1] from party.party p
                                     where p.company_id = :company and lower(p.name) = lower(btrim(n.text))
                                    having count(*) = 1)) as party
                          from unnest(cast(:texts as text[]), cast(:numbers as text[])) n (text, number)""")
                .param("company", company())
                .param("texts", texts.toArray(String[]::new))
                .param(
                        "numbers",
                        texts.stream()
                                .map(text -> names.getOrDefault(text, Optional.empty())
                                        .map(TaxIdText::digits)
                                        .orElse(null))
                                .toArray(String[]::new))
                .query((ResultSet row) -> {
                    UUID party = row.getObject("party", UUID.class);
                    if (party != null) {
                        found.put(row.getString("text"), party);
                    }
                });
        return found;
    }

    Optional<PartyView> byIban(String iban) {
        return one(jdbc.sql(SELECT + """
                        p.id in (select a.party_id from party.bank_account a
                                  where a.company_id = :company and a.iban = :iban and a.withdrawn_at is null)""").param("iban", iban));
    }

    List<PartyView> byIds(List<UUID> ids) {
        return views(jdbc.sql(SELECT
                        + "p.id = any (cast(:ids as uuid[])) order by array_position(cast(:ids as uuid[]), p.id)")
                .param("ids", ids.toArray(UUID[]::new)));
    }

    List<PartyView> search(String text, @Nullable PartyId after, int limit) {
        return views(jdbc.sql(SELECT + """
                        (:text = ''
                               or position(:lower in lower(p.name)) > 0
                               or exists (select from party.tax_id t where t.company_id = p.company_id
                                             and t.party_id = p.id and t.number = :taxId)
                               or exists (select from party.bank_account a where a.company_id = p.company_id
                                             and a.party_id = p.id and a.iban = :iban))
                          and (cast(:after as uuid) is null or (p.name, p.id) >
                               (select b.name, b.id from party.party b where b.company_id = :company and b.id = :after))
                        order by p.name, p.id limit :limit""")
                .param("text", text)
                .param("lower", text.toLowerCase(Locale.ROOT))
                .param("taxId", TaxIdText.digits(text))
                .param("iban", Iban.parse(text).orElse(""))
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("limit", limit));
    }

    /** The party that has this tax id, whoever it is. */
    Optional<PartyId> ownerOf(String number) {
        return jdbc.sql("select party_id from party.tax_id where company_id = :company and number = :number")
                .param("company", company())
                .param("number", number)
                .query((row, n) -> new PartyId(row.getObject(1, UUID.class)))
                .optional();
    }

    private Optional<PartyView> one(JdbcClient.StatementSpec statement) {
        List<PartyView> found = views(statement);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<PartyView> views(JdbcClient.StatementSpec statement) {
        List<PartyView> bare =
                statement.param("company", company()).query(PartyRows::bareView).list();
        if (bare.isEmpty()) {
            return bare;
        }
        List<UUID> ids = bare.stream().map(party -> party.id().value()).toList();
        Map<UUID, List<String>> taxIds = taxIds(ids);
        Map<UUID, List<PartyAccount>> accounts = accounts(ids);
        return bare.stream()
                .map(party -> complete(
                        party,
                        taxIds.getOrDefault(party.id().value(), List.of()),
                        accounts.getOrDefault(party.id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<String>> taxIds(List<UUID> ids) {
        Map<UUID, List<String>> found = new HashMap<>();
        jdbc.sql("""
                        select party_id, number from party.tax_id
                         where company_id = :company and party_id in (:ids) order by position, number""").param("company", company()).param("ids", ids).query((ResultSet row) -> {
            found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return found;
    }

    private Map<UUID, List<PartyAccount>> accounts(List<UUID> ids) {
        Map<UUID, List<PartyAccount>> found = new HashMap<>();
        jdbc.sql("""
                        select party_id, id, iban, proposed_by, proposed_for, proposed_at, confirmed_by, confirmed_at,
                               case when not exists (select from party.cool_off_waiver w
                                                      where w.company_id = a.company_id and w.account_id = a.id)
                                    then payable_from end as payable_from,
                               case when source in (select 'document:' || h from simba.hidden_records() h)
                                    then proposed_by else source end as source
                          from party.bank_account a
                         where company_id = :company and party_id in (:ids) and withdrawn_at is null
                         order by proposed_at, id""").param("company", company()).param("ids", ids).query((ResultSet row) -> {
            found.computeIfAbsent(row.getObject("party_id", UUID.class), id -> new ArrayList<>())
                    .add(account(row));
        });
        return found;
    }

    private UUID company() {
        return currentActor.company().value();
    }

    private static PartyAccount account(ResultSet row) throws SQLException {
        return new PartyAccount(
                row.getObject("id", UUID.class),
                row.getString("iban"),
                row.getString("source"),
                row.getString("confirmed_by") != null,
                row.getString("proposed_by"),
                row.getString("proposed_for"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("confirmed_by"),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                row.getObject("payable_from", LocalDate.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static PartyView bareView(ResultSet row, int n) throws SQLException {
        Address address = new Address(
                row.getString("street"),
                row.getString("additional"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("subdivision"),
                row.getString("country"));
        return new PartyView(
                new PartyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("country"),
                null,
                address,
                List.of(),
                row.getBoolean("supplier"),
                row.getBoolean("customer"),
                row.getInt("version"),
                List.of(),
                row.getBoolean("approved"));
    }

    private static PartyView complete(PartyView bare, List<String> taxIds, List<PartyAccount> accounts) {
        return new PartyView(
                bare.id(),
                bare.name(),
                bare.country(),
                taxIds.isEmpty() ? null : taxIds.get(0),
                bare.address(),
                List.copyOf(accounts),
                bare.supplier(),
                bare.customer(),
                bare.version(),
                List.copyOf(taxIds),
                bare.approved());
    }
}
