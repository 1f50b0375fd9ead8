package io.simbaerp.party.whitelist;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.party.PartyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges an answer somebody got today about an account of a partner. */
@Component
public class WhiteListAnswers {

    private static final String IDENTIFIER = "[A-Za-z0-9-]{5,60}";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    WhiteListAnswers(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /**
     * What an answer says: that the account was this tax payer's on that day.
     *
     * @param request the identifier under which the ministry finds it again
     */
    public record Answer(String taxId, String iban, LocalDate day, String request) {}

    /**
     * @param field the input that names the answer
     * @throws RuleViolation of white-list: request-missing, tax-id-missing, account-abroad, answer-of-another-day
     */
    public Answer given(PartyId party, String iban, @Nullable String request, String field) {
        if (request == null || !request.strip().matches(IDENTIFIER)) {
            throw RuleViolation.ofField(field, "white-list.request-missing");
        }
        if (!iban.startsWith("PL")) {
            throw RuleViolation.ofField(field, "white-list.account-abroad", iban);
        }
        String taxId = jdbc.sql("select party.nip_of(:company, :party)")
                .param("company", currentActor.company().value())
                .param("party", party.value())
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
        if (taxId == null) {
            throw RuleViolation.ofField(field, "white-list.tax-id-missing");
        }
        LocalDate today = businessDay.today();
        if (isOfAnotherDay(request.strip(), today)) {
            throw RuleViolation.ofField(field, "white-list.answer-of-another-day", request.strip());
        }
        return new Answer(taxId, iban, today, request.strip());
    }

    private boolean isOfAnotherDay(String request, LocalDate today) {
        return jdbc.sql("""
                        select exists (select from party.bank_account a
                                        where a.company_id = :company and a.source = :source and a.white_list_on <> :today)""")
                .param("company", currentActor.company().value())
                .param("source", "white-list:" + request)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }
}
