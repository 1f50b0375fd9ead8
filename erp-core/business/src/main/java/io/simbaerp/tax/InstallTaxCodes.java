package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a company the usual Polish VAT codes. What is there already stays as it is. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class InstallTaxCodes {

    private static final String LIST = "/tax/tax-codes-pl.csv";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InstallTaxCodes(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @return how many codes were added */
    public int install() {
        int added = 0;
        for (CSVRecord code : rows()) {
            added += add(code);
        }
        events.publishEvent(new TaxCodesInstalled(currentActor.company(), currentActor.actor(), clock.instant()));
        return added;
    }

    private int add(CSVRecord code) {
        return jdbc.sql("""
                        insert into tax.tax_code (company_id, id, code, kind, rate_percent, deduction, name_en, name_pl,
                                                  output_base_column, output_tax_column, input_base_column,
                                                  input_tax_column, output_account, input_account, deferred_account,
                                                  purchase, sale, valid_from)
                        select :company, :id, :code, :kind, :rate, :deduction, :en, :pl, :outputBase, :outputTax,
                               :inputBase, :inputTax, :outputAccount, :inputAccount, :deferredAccount, :purchase,
                               not :purchase, :from
                         where not exists (select from tax.tax_code where company_id = :company and code = :code)""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("code", code.get("code"))
                .param("kind", TaxKind.valueOf(code.get("kind")).name())
                .param("rate", new BigDecimal(code.get("rate")))
                .param("deduction", Deduction.valueOf(code.get("deduction")).name())
                .param("en", code.get("name_en"))
                .param("pl", code.get("name_pl"))
                .param("outputBase", optional(code, "output_base"), Types.VARCHAR)
                .param("outputTax", optional(code, "output_tax"), Types.VARCHAR)
                .param("inputBase", optional(code, "input_base"), Types.VARCHAR)
                .param("inputTax", optional(code, "input_tax"), Types.VARCHAR)
                .param("outputAccount", optional(code, "output_account"), Types.VARCHAR)
                .param("inputAccount", optional(code, "input_account"), Types.VARCHAR)
                .param("deferredAccount", optional(code, "deferred_account"), Types.VARCHAR)
                .param("purchase", "purchase".equals(code.get("use")))
                .param("from", LocalDate.parse(code.get("valid_from")))
                .update();
    }

    private static @Nullable String optional(CSVRecord code, String column) {
        String text = code.get(column);
        return text.isEmpty() ? null : text;
    }

    private static List<CSVRecord> rows() {
        try (InputStream stream = Objects.requireNonNull(InstallTaxCodes.class.getResourceAsStream(LIST), LIST);
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(LIST, e);
        }
    }
}
