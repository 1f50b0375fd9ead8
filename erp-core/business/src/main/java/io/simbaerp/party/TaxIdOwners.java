package io.simbaerp.party;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.TaxIdText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a tax id with one party. */
@Component
public class TaxIdOwners {

    private final PartyRows rows;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    TaxIdOwners(PartyRows rows, JdbcClient jdbc, CurrentActor currentActor) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * Lets everybody who enters one of these tax ids wait until the present transaction ends. Who looks for a party and
     * adds it if there is none asks for this first: what another one added meanwhile is then found.
     */
    public void takeTurns(List<String> taxIds) {
        taxIds.stream().map(TaxIdText::digits).distinct().sorted().forEach(number -> jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "party.tax-id:" + currentActor.company() + ":" + number)
                .query(row -> {}));
    }

    /** Refuses tax ids of other parties; two who enter the same one at once take turns. */
    void refuseForeign(List<String> taxIds, PartyId party) {
        takeTurns(taxIds);
        for (String taxId : taxIds) {
            String number = TaxIdText.digits(taxId);
            rows.ownerOf(number).filter(owner -> !owner.equals(party)).ifPresent(owner -> {
                throw RuleViolation.ofField("taxIds", "party.tax-id-taken", number);
            });
        }
    }
}
