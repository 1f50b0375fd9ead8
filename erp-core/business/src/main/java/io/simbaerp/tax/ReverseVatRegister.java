package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes back what was written into the VAT register with a journal entry, when that entry is reversed: rows of the
 * opposite sign in the same VAT period, so that the period's sums are as if the document had never stood there.
 */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class ReverseVatRegister {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReverseVatRegister(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Reverses all rows of a posting that are not reversed yet; of a posting without rows nothing.
     *
     * @param postingKey the key of the journal entry that is reversed
     * @param reversalKey the key of the entry that reverses it
     * @throws io.simbaerp.architecture.RuleViolation vat-register.period-locked
     */
    public void reverse(String postingKey, String reversalKey) {
        List<@Nullable UUID> documents = LockedVatPeriod.naming(() -> reversed(postingKey, reversalKey));
        UUID document = documents.isEmpty() ? null : documents.get(0);
        if (document != null) {
            events.publishEvent(
                    new VatRegisterReversed(currentActor.company(), currentActor.actor(), clock.instant(), document));
        }
    }

    private List<@Nullable UUID> reversed(String postingKey, String reversalKey) {
        return jdbc.sql("""
                        insert into tax.vat_register_row
                               (company_id, id, document_id, direction, tax_code, base_column, tax_column, currency, base,
                                tax, deductible_tax, vat_period, ksef_number, party_id, document_number, document_date,
                                recorded_at, posting_key, reverses)
                        select r.company_id, simba.new_id(:at), r.document_id, r.direction, r.tax_code, r.base_column,
                               r.tax_column, r.currency, -r.base, -r.tax, -r.deductible_tax, r.vat_period, r.ksef_number,
                               r.party_id, r.document_number, r.document_date, :at, :reversal, r.id
                          from tax.vat_register_row r
                         where r.company_id = :company and r.posting_key = :posting and r.reverses is null
                           and not exists (select from tax.vat_register_row b
                                            where b.company_id = r.company_id and b.reverses = r.id)
                        returning document_id""")
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("reversal", reversalKey)
                .param("company", currentActor.company().value())
                .param("posting", postingKey)
                .query((row, n) -> row.getObject("document_id", UUID.class))
                .list();
    }
}
