package io.simbaerp.ledger.chart;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.foreign.ForeignTables;
import io.simbaerp.page.sheet.FileReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the file of a chart once, within limits, and compares it with the chart there is. */
@Component
class ChartReading {

    private final ChartOfAccounts chart;
    private final ForeignTables foreign;
    private final FileReading reading;

    ChartReading(ChartOfAccounts chart, ForeignTables foreign, FileReading reading) {
        this.chart = chart;
        this.foreign = foreign;
        this.reading = reading;
    }

    /** @param assumed the type of accounts the file gives none to; nothing refuses them */
    ChartFile read(byte[] file, @Nullable AccountType assumed) {
        byte[] table = foreign.chart(file);
        return reading.file(table, () -> ChartFile.read(table, assumed));
    }

    ChartPreview.Preview judge(ChartFile read) {
        Map<String, AccountView> there =
                chart.all().stream().collect(Collectors.toMap(AccountView::code, Function.identity()));
        Map<String, Integer> levels = Levels.of(read.accounts());
        List<ChartFinding> findings = new ArrayList<>(read.findings());
        List<ChartPreview.Row> rows = new ArrayList<>();
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
        int known = (int) rows.stream().filter(ChartPreview.Row::known).count();
        int depth = levels.values().stream().mapToInt(level -> level + 1).max().orElse(0);
        return new ChartPreview.Preview(rows, rows.size() - known, known, depth, findings);
    }

    private static ChartPreview.Row row(
            ChartAccount account, Map<String, Integer> levels, Map<String, AccountView> there) {
        return new ChartPreview.Row(
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
