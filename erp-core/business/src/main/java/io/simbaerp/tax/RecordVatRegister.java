package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a document's rows into the VAT register, apart from its journal entry and in the same transaction. */
@UseCase(Duty.POST_INVOICE)
public class RecordVatRegister {

    private static final String INSERT = """
            insert into tax.vat_register_row
                   (company_id, id, document_id, direction, tax_code, base_column, tax_column, currency, base,
                    tax, deductible_tax, vat_period, ksef_number, party_id, document_number,
                    document_date, recorded_at, posting_key)
            select c.company_id, :id, :document, :direction, c.code,
                   case when :direction = 'INPUT' then c.input_base_column else c.output_base_column end,
                   case when :direction = 'INPUT' then c.input_tax_column else c.output_tax_column end,
                   :currency, :base, :tax, :deductible, :period, :ksef, :party, :number, :date, :at, :posting
              from tax.tax_code c
             where c.company_id = :company and c.code = :code and c.valid_from <= :date
               and (c.valid_to is null or c.valid_to >= :date)""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RecordVatRegister(
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds the rows of one document. The columns of the register are frozen from the code as it was valid on the
     * document's date. A document without rows, all outside the scope of VAT, leaves no trace here. Rows of an entry without
     * a document are told in the trail by the entry.
     *
     * @throws RuleViolation vat-register.code-unknown, vat-register.currency-foreign, vat-register.deductible-exceeds-tax,
     *     vat-register.several-documents, vat-register.period-locked
     */
    public void record(List<VatRegisterRowDraft> rows) {
        if (rows.isEmpty()) {
            return;
        }
        UUID document = rows.get(0).documentId();
        CurrencyCode base = currentCompany.get().baseCurrency();
        for (VatRegisterRowDraft row : rows) {
            check(row, document, base);
            if (LockedVatPeriod.naming(() -> add(row)) == 0) {
                throw RuleViolation.ofField("taxCode", "vat-register.code-unknown", row.taxCode(), row.documentDate());
            }
        }
        if (document != null) {
            events.publishEvent(
                    new VatRegistered(currentActor.company(), currentActor.actor(), clock.instant(), document));
        }
    }

    private static void check(VatRegisterRowDraft row, @Nullable UUID document, CurrencyCode base) {
        if (!Objects.equals(row.documentId(), document)) {
            throw new RuleViolation("vat-register.several-documents");
        }
        if (!row.base().currency().equals(base)
                || !row.tax().currency().equals(base)
                || !row.deductibleTax().currency().equals(base)) {
            throw new RuleViolation("vat-register.currency-foreign", base);
        }
        row.requireDeductibleWithinTax();
    }

    private int add(VatRegisterRowDraft row) {
        return jdbc.sql(INSERT)
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("document", row.documentId(), Types.OTHER)
                .param("direction", row.direction().name())
                .param("code", row.taxCode())
                .param("currency", row.base().currency().code())
                .param("base", row.base().amount())
                .param("tax", row.tax().amount())
                .param("deductible", row.deductibleTax().amount())
                .param("period", row.vatPeriod(), Types.VARCHAR)
                .param("ksef", row.ksefNumber(), Types.VARCHAR)
                .param("party", row.partyId(), Types.OTHER)
                .param("number", row.documentNumber())
                .param("date", row.documentDate())
                .param("posting", row.postingKey())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
