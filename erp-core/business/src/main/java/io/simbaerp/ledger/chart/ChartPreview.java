package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.foreign.ForeignTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What importing a chart would do: looked at before anything is stored. */
@Query(Duty.MAINTAIN_LEDGER)
public class ChartPreview {

    private final ChartOfAccounts chart;
    private final ForeignTables foreign;

    ChartPreview(ChartOfAccounts chart, ForeignTables foreign) {
        this.chart = chart;
        this.foreign = foreign;
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
        ChartFile read = ChartFile.read(foreign.chart(file), assumed);
        Map<String, AccountView> there =
                chart.all().stream().collect(Collectors.toMap(AccountView::code, Function.identity()));
        Map<String, Integer> levels = Levels.of(read.accounts());
        List<ChartFinding> findings = new ArrayList<>(read.findings());
        List<Row> rows = new ArrayList<>();
        for (ChartAccount account : read.accounts()) {
            AccountView parent = account.parent() == null ? null : there.get(account.parent());
            if (account.parent() != null && parent == null && !levels.containsKey(account.parent())) {
                findings.add(
                        ChartFinding.error(account.line(), account.code(), "account.parent-unknown", account.parent()));
            } else if (parent != null && parent.postable() && !there.containsKey(account.code())) {
                findings.add(
                        ChartFinding.error(account.line(), account.code(), "account.has-others-below", parent.code()));
            }
            rows.add(row(account, levels, there));
        }
        int known = (int) rows.stream().filter(Row::known).count();
        int depth = levels.values().stream().mapToInt(level -> level + 1).max().orElse(0);
        return new Preview(rows, rows.size() - known, known, depth, findings);
    }

    private static Row row(ChartAccount account, Map<String, Integer> levels, Map<String, AccountView> there) {
        return new Row(
                account.code(),
                account.nameEn(),
                account.namePl(),
                account.type(),
                account.category(),
                account.parent(),
                Objects.requireNonNullElse(levels.get(account.code()), 0),
                account.postable(),
                there.containsKey(account.code()));
    }
}
