package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.sql.Types;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes VAT codes. */
@Component
class TaxCodeRows {

    private static final String ADD = """
            insert into tax.tax_code (company_id, id, code, kind, rate_percent, deduction, name_en, name_pl,
                                      output_base_column, output_tax_column, input_base_column,
                                      input_tax_column, output_account, input_account, deferred_account,
                                      purchase, sale, valid_from, valid_to)
            select :company, :id, :code, :kind, :rate, :deduction, :en, :pl, :outputBase, :outputTax,
                   :inputBase, :inputTax, :outputAccount, :inputAccount, :deferredAccount, :purchase,
                   :sale, :from, :to
             where not exists (select from tax.tax_code
                                where company_id = :company and code = :code
                                  and valid_from <= coalesce(:to, 'infinity'::date)
                                  and coalesce(valid_to, 'infinity') >= :from)""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    TaxCodeRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Whether the code is new for its days; one that means something on any of them stays as it is. */
    boolean addUnlessKnown(TaxCodeView code) {
        return jdbc.sql(ADD)
                        .param("company", currentActor.company().value())
                        .param("id", NewId.at(clock))
                        .param("code", code.code())
                        .param("kind", code.kind().name())
                        .param("rate", code.ratePercent())
                        .param("deduction", code.deduction().name())
                        .param("en", code.nameEn())
                        .param("pl", code.namePl())
                        .param("outputBase", code.outputBaseColumn(), Types.VARCHAR)
                        .param("outputTax", code.outputTaxColumn(), Types.VARCHAR)
                        .param("inputBase", code.inputBaseColumn(), Types.VARCHAR)
                        .param("inputTax", code.inputTaxColumn(), Types.VARCHAR)
                        .param("outputAccount", code.outputAccount(), Types.VARCHAR)
                        .param("inputAccount", code.inputAccount(), Types.VARCHAR)
                        .param("deferredAccount", code.deferredAccount(), Types.VARCHAR)
                        .param("purchase", code.purchase())
                        .param("sale", code.sale())
                        .param("from", code.validFrom())
                        .param("to", code.validTo(), Types.DATE)
                        .update()
                == 1;
    }
}
