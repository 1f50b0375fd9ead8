package io.simbaerp.company.bankaccount;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.money.CurrencyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of own bank accounts. */
@Component
class OwnAccountRows {

    private static final String SELECT = """
            select id, name, iban, currency, bic, charge_bearer, service_level, split_title, character_set, active, version
              from company.bank_account where company_id = :company""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    OwnAccountRows(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    List<OwnAccountView> all() {
        return jdbc.sql(SELECT + " order by active desc, name, id")
                .param("company", currentActor.company().value())
                .query(OwnAccountRows::view)
                .list();
    }

    Optional<OwnAccountView> byId(UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("company", currentActor.company().value())
                .param("id", id)
                .query(OwnAccountRows::view)
                .optional();
    }

    /** Nothing is added if the company has the account already. */
    boolean insert(UUID id, OwnAccountDraft draft) {
        return statement("""
                        insert into company.bank_account
                               (company_id, id, name, iban, currency, bic, charge_bearer, service_level, split_title,
                                character_set)
                        values (:company, :id, :name, :iban, :currency, :bic, :bearer, :level, :split, :characters)
                        on conflict on constraint own_account_is_known_once do nothing""", id, draft)
                        .param("iban", draft.iban())
                        .param("currency", draft.currency())
                        .update()
                == 1;
    }

    /** Nothing is changed if somebody was faster. */
    boolean update(UUID id, int version, OwnAccountDraft draft, boolean active) {
        return statement("""
                        update company.bank_account
                           set name = :name, bic = :bic, charge_bearer = :bearer, service_level = :level,
                               split_title = :split, character_set = :characters, active = :active,
                               version = version + 1
                         where company_id = :company and id = :id and version = :version""", id, draft)
                        .param("active", active)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec statement(String sql, UUID id, OwnAccountDraft draft) {
        BankProfile profile = draft.profile();
        return jdbc.sql(sql)
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("name", draft.name())
                .param("bic", draft.bic())
                .param("bearer", profile.chargeBearer().name())
                .param("level", profile.serviceLevel())
                .param("split", profile.splitTitle())
                .param("characters", profile.characterSet().name());
    }

    private static OwnAccountView view(ResultSet row, int n) throws SQLException {
        return new OwnAccountView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("iban"),
                CurrencyCode.of(row.getString("currency")),
                row.getString("bic"),
                new BankProfile(
                        BankProfile.ChargeBearer.valueOf(row.getString("charge_bearer")),
                        row.getString("service_level"),
                        row.getString("split_title"),
                        BankProfile.CharacterSet.valueOf(row.getString("character_set"))),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
