package io.simbaerp.ledger.purpose;

import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.ChartOfAccountsInstalled;
import io.simbaerp.ledger.chart.ChartImported;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where a chart has the accounts of one of our templates, by number and name, it brings their purposes along. */
@Component
class TemplatePurposes {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private final ChartOfAccounts chart;
    private final PurposeRows rows;

    TemplatePurposes(ChartOfAccounts chart, PurposeRows rows) {
        this.chart = chart;
        this.rows = rows;
    }

    @EventListener({ChartOfAccountsInstalled.class, ChartImported.class})
    void take() {
        for (CSVRecord known : known()) {
            chart.find(known.get("code"))
                    .filter(account -> account.postable() && account.nameEn().equals(known.get("name_en")))
                    .ifPresent(account -> rows.propose(AccountPurpose.valueOf(known.get("purpose")), account.id()));
        }
    }

    private static List<CSVRecord> known() {
        String resource = "/ledger/account-purposes.csv";
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(TemplatePurposes.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
