package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.AccountType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What importing a chart would do: looked at before anything is stored. */
@Query(Duty.MAINTAIN_LEDGER)
public class ChartPreview {

    private final ChartReading reading;

    ChartPreview(ChartReading reading) {
        this.reading = reading;
    }

    /**
     * What a file holds and would do.
     *
     * @param added accounts that would be added
     * @param known accounts that are there already and stay as they are
     * @param depth how many levels its tree has
     */
    public record Preview(List<Row> rows, int added, int known, int depth, List<ChartFinding> findings) {

        /** Whether it can be imported. */
        public boolean complete() {
            return findings.stream().noneMatch(ChartFinding::error);
        }
    }

    /** An account of the file. */
    public record Row(
            String code,
            String nameEn,
            String namePl,
            @Nullable AccountType type,
            @Nullable String category,
            @Nullable String parent,
            int level,
            boolean postable,
            boolean known) {}

    /**
     * Reads the file and compares it with the chart there is.
     *
     * @param assumed the type of accounts the file gives none to; nothing refuses them
     * @throws io.simbaerp.architecture.RuleViolation chart.file-empty, chart.file-too-large, chart.file-unreadable,
     *     chart.format-unknown, chart.column-missing, sheet.too-large, sheet.too-long, sheet.too-wide
     */
    public Preview of(byte[] file, @Nullable AccountType assumed) {
        return reading.judge(reading.read(file, assumed));
    }
}
