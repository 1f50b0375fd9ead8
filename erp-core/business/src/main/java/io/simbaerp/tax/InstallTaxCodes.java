package io.simbaerp.tax;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

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

    private final TaxCodeRows codes;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InstallTaxCodes(TaxCodeRows codes, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.codes = codes;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @return how many codes were added */
    public int install() {
        int added = 0;
        for (CSVRecord code : rows()) {
            added += codes.addUnlessKnown(view(code)) ? 1 : 0;
        }
        events.publishEvent(new TaxCodesInstalled(currentActor.company(), currentActor.actor(), clock.instant()));
        return added;
    }

    private static TaxCodeView view(CSVRecord code) {
        return new TaxCodeView(
                code.get("code"),
                TaxKind.valueOf(code.get("kind")),
                new BigDecimal(code.get("rate")),
                Deduction.valueOf(code.get("deduction")),
                code.get("name_en"),
                code.get("name_pl"),
                optional(code, "output_base"),
                optional(code, "output_tax"),
                optional(code, "input_base"),
                optional(code, "input_tax"),
                optional(code, "output_account"),
                optional(code, "input_account"),
                optional(code, "deferred_account"),
                "purchase".equals(code.get("use")),
                !"purchase".equals(code.get("use")),
                LocalDate.parse(code.get("valid_from")),
                null);
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
