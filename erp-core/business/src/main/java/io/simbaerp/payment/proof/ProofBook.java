package io.simbaerp.payment.proof;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.whitelist.WhiteListAnswers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of the White List that were kept as proof. */
@Component
class ProofBook {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final WhiteListAnswers answers;
    private final Clock clock;

    ProofBook(JdbcClient jdbc, CurrentActor currentActor, WhiteListAnswers answers, Clock clock) {
        this.answers = answers;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws RuleViolation of white-list: request-missing, tax-id-missing, account-abroad, answer-of-another-day */
    void keep(UUID id, PartyId party, String iban, @Nullable String requestId) {
        WhiteListAnswers.Answer answer = answers.given(party, iban, requestId, "requestId");
        if (isOfAnotherDay(answer)) {
            throw RuleViolation.ofField("requestId", "white-list.answer-of-another-day", answer.request());
        }
        jdbc.sql("""
                        insert into payment.white_list_proof
                               (company_id, id, party_id, iban, tax_id, checked_on, request_id, recorded_by, recorded_at)
                        values (:company, :id, :party, :iban, :taxId, :day, :request, :by, :now)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("party", party.value())
                .param("iban", answer.iban())
                .param("taxId", answer.taxId())
                .param("day", answer.day())
                .param("request", answer.request())
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isOfAnotherDay(WhiteListAnswers.Answer answer) {
        return jdbc.sql("""
                        select exists (select from payment.white_list_proof p
                                        where p.company_id = :company and p.request_id = :request and p.checked_on <> :day)""")
                .param("company", currentActor.company().value())
                .param("request", answer.request())
                .param("day", answer.day())
                .query(Boolean.class)
                .single();
    }
}
