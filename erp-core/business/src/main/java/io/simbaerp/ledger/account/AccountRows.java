package io.simbaerp.ledger.account;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.CurrencyCode;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of accounts: shape is judged before, what other rows know is judged by PostgreSQL and named here. */
@Component
class AccountRows {

    /** The database's rules about accounts and what each is called to people. */
    private static final Map<String, String> RULES = Map.of(
            "account_code_is_unique", "account.code-taken",
            "account_with_others_below_takes_no_entries", "account.has-others-below",
            "account_is_not_below_itself", "account.below-itself",
            "account_in_use_keeps_its_nature", "account.in-use",
            "account_is_active_on_the_days_of_its_entries", "account.entries-outside",
            "account_days_are_in_order", "account.days-out-of-order");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AccountRows(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws RuleViolation account.code-wrong, account.name-missing, account.control-unknown,
     *     account.currency-unknown, account.marker-wrong, account.days-out-of-order */
    static void check(AccountDraft draft) {
        if (!draft.code().matches("[0-9A-Za-z][0-9A-Za-z ./_-]{0,31}")) {
            throw RuleViolation.ofField("code", "account.code-wrong", draft.code());
        }
        if (draft.nameEn().isBlank() || draft.namePl().isBlank()) {
            throw RuleViolation.ofField(draft.nameEn().isBlank() ? "nameEn" : "namePl", "account.name-missing");
        }
        String control = draft.control();
        if (control != null && (!control.matches("SUPPLIER|CUSTOMER|EMPLOYEE") || !draft.postable())) {
            throw RuleViolation.ofField("control", "account.control-wrong", control);
        }
        if (draft.activeTo() != null && draft.activeTo().isBefore(draft.activeFrom())) {
            throw RuleViolation.ofField("activeTo", "account.days-out-of-order", draft.code());
        }
        checkCurrency(draft.currency());
        checkMarkers(draft.markers());
    }

    private static void checkCurrency(@Nullable String currency) {
        if (currency != null) {
            try {
                CurrencyCode.of(currency);
            } catch (IllegalArgumentException unknown) {
                throw RuleViolation.ofField("currency", "account.currency-unknown", currency);
            }
        }
    }

    private static void checkMarkers(AccountDraft.Markers markers) {
        String form = "[A-Za-z][A-Za-z0-9_]{0,29}";
        String first = markers.first();
        String second = markers.second();
        String tax = markers.tax();
        if (first != null && !first.matches(form)) {
            throw RuleViolation.ofField("marker", "account.marker-wrong", first);
        }
        if (second != null && (first == null || !second.matches(form))) {
            throw RuleViolation.ofField("secondMarker", "account.marker-wrong", second);
        }
        if (tax != null && !tax.matches("PD[0-9](_[0-9])?(_PB)?")) {
            throw RuleViolation.ofField("taxMarker", "account.marker-wrong", tax);
        }
    }

    /** @throws RuleViolation account.parent-unknown, and whatever the database refuses by */
    void insert(UUID id, AccountDraft draft) {
        named(draft.code(), () -> filled(jdbc.sql("""
                        insert into ledger.account (company_id, id, code, name_en, name_pl, type, normal_side, parent_id,
                                                    control, cost_centre_required, postable, currency, jpk_marker,
                                                    jpk_second_marker, jpk_tax_marker, active_from, active_to)
                        values (:company, :id, :code, :en, :pl, :type, :side, :parent, :control, :costCentre, :postable,
                                :currency, :marker, :second, :tax, :from, :to)"""), id, draft).update());
    }

    /** Whether the account still was in the version that was read. */
    boolean update(UUID id, int version, AccountDraft draft) {
        return named(draft.code(), () -> filled(jdbc.sql("""
                        update ledger.account
                           set name_en = :en, name_pl = :pl, type = :type, normal_side = :side, parent_id = :parent,
                               control = :control, cost_centre_required = :costCentre, postable = :postable,
                               currency = :currency, jpk_marker = :marker, jpk_second_marker = :second,
                               jpk_tax_marker = :tax, active_from = :from, active_to = :to, version = version + 1
                         where company_id = :company and id = :id and code = :code and version = :version"""), id, draft)
                        .param("version", version)
                        .update())
                == 1;
    }

    private StatementSpec filled(StatementSpec statement, UUID id, AccountDraft draft) {
        return statement
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("code", draft.code())
                .param("en", draft.nameEn().strip())
                .param("pl", draft.namePl().strip())
                .param("type", draft.type().name())
                .param("side", draft.normalSide().name())
                .param("parent", parent(draft.parent()), Types.OTHER)
                .param("control", draft.control(), Types.VARCHAR)
                .param("costCentre", draft.costCentreRequired())
                .param("postable", draft.postable())
                .param("currency", draft.currency(), Types.VARCHAR)
                .param("marker", draft.markers().first(), Types.VARCHAR)
                .param("second", draft.markers().second(), Types.VARCHAR)
                .param("tax", draft.markers().tax(), Types.VARCHAR)
                .param("from", draft.activeFrom())
                .param("to", draft.activeTo(), Types.DATE);
    }

    private @Nullable UUID parent(@Nullable String code) {
        return code == null
                ? null
                : id(code).orElseThrow(() -> RuleViolation.ofField("parent", "account.parent-unknown", code));
    }

    /** The id of the account with this number. */
    Optional<UUID> id(String code) {
        return jdbc.sql("select id from ledger.account where company_id = ? and code = ?")
                .params(currentActor.company().value(), code)
                .query(UUID.class)
                .optional();
    }

    private static <T> T named(String code, Supplier<T> writing) {
        try {
            return writing.get();
        } catch (DataAccessException failure) {
            if (failure.getMostSpecificCause() instanceof PSQLException refusal) {
                ServerErrorMessage message = refusal.getServerErrorMessage();
                String rule = message == null ? null : RULES.get(String.valueOf(message.getConstraint()));
                if (rule != null) {
                    throw new RuleViolation(rule, code);
                }
            }
            throw failure;
        }
    }
}
