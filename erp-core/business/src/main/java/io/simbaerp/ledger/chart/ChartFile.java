package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.page.sheet.SheetReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A chart as it was read, put in order: whoever has others below is a heading, headings without a type take that of most
 * accounts below them, and everything odd is a finding.
 */
record ChartFile(List<ChartAccount> accounts, List<ChartFinding> findings) {

    private static final int MOST_BYTES = 5_000_000;
    private static final int MOST_ACCOUNTS = 20_000;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z ./_-]{0,31}");

    /** Letters of ISO 8859-2 that were read as Latin-1 look like this inside words. */
    private static final Pattern GARBLED = Pattern.compile("\\p{L}[³¹¿¶±¼¦¡¯¬£]\\p{L}|\\p{Ll}[³¹¶¿](\\s|$)");

    /**
     * Reads a chart of any known format.
     *
     * @param assumed the type of accounts the chart gives none to; nothing refuses them
     * @throws RuleViolation chart.file-empty, chart.file-too-large, chart.file-unreadable, chart.format-unknown,
     *     chart.column-missing, sheet.too-large, sheet.too-long, sheet.too-wide
     */
    static ChartFile read(byte[] file, @Nullable AccountType assumed) {
        if (file.length > MOST_BYTES) {
            throw RuleViolation.ofField("file", "chart.file-too-large");
        }
        if (firstLetter(file) == ' ') {
            throw RuleViolation.ofField("file", "chart.file-empty");
        }
        List<ChartAccount> read = accounts(file);
        if (read.isEmpty()) {
            throw RuleViolation.ofField("file", "chart.file-empty");
        }
        if (read.size() > MOST_ACCOUNTS) {
            throw RuleViolation.ofField("file", "chart.file-too-large");
        }
        List<ChartFinding> findings = new ArrayList<>();
        return new ChartFile(ordered(read, assumed, findings), findings);
    }

    private static List<ChartAccount> accounts(byte[] file) {
        if (SheetReader.isSheet(file)) {
            return SheetChart.read(file);
        }
        return switch (firstLetter(file)) {
            case '<' -> LedgerSmbChart.read(file);
            case '{', '[' -> JsonChart.read(file);
            default -> TableChart.read(file);
        };
    }

    private static char firstLetter(byte[] file) {
        for (byte letter : file) {
            if (letter > ' ') {
                return (char) letter;
            }
        }
        return ' ';
    }

    private static List<ChartAccount> ordered(
            List<ChartAccount> read, @Nullable AccountType assumed, List<ChartFinding> findings) {
        Map<String, ChartAccount> known = new LinkedHashMap<>();
        for (ChartAccount account : read) {
            if (!CODE.matcher(account.code()).matches()) {
                findings.add(ChartFinding.error(account.line(), account.code(), "account.code-wrong", account.code()));
            } else if (known.putIfAbsent(account.code(), account) != null) {
                findings.add(ChartFinding.error(account.line(), account.code(), "chart.code-repeated", account.code()));
            }
            if (GARBLED.matcher(account.nameEn()).find()) {
                findings.add(ChartFinding.note(account.line(), account.code(), "chart.text-garbled", account.nameEn()));
            }
        }
        Map<String, Map<AccountType, Integer>> below = typesBelow(known, findings);
        List<ChartAccount> ordered = new ArrayList<>();
        for (ChartAccount account : known.values()) {
            ordered.add(completed(account, below.get(account.code()), assumed, ordered, findings));
        }
        return ordered;
    }

    /** For every account with others below, how many of which type; parents that don't exist or go in a circle are told. */
    private static Map<String, Map<AccountType, Integer>> typesBelow(
            Map<String, ChartAccount> known, List<ChartFinding> findings) {
        Map<String, Map<AccountType, Integer>> below = new HashMap<>();
        for (ChartAccount account : known.values()) {
            Set<String> passed = new HashSet<>(Set.of(account.code()));
            for (String above = account.parent(); above != null; ) {
                ChartAccount parent = known.get(above);
                if (!passed.add(above)) {
                    findings.add(
                            ChartFinding.error(account.line(), account.code(), "account.below-itself", account.code()));
                    break;
                }
                Map<AccountType, Integer> types = below.computeIfAbsent(above, none -> new HashMap<>());
                AccountType type = account.type();
                if (type != null) {
                    types.merge(type, 1, Integer::sum);
                }
                above = parent == null ? null : parent.parent();
            }
        }
        return below;
    }

    private static ChartAccount completed(
            ChartAccount account,
            @Nullable Map<AccountType, Integer> below,
            @Nullable AccountType assumed,
            List<ChartAccount> before,
            List<ChartFinding> findings) {
        ChartAccount made = account;
        if (below != null && account.postable()) {
            findings.add(ChartFinding.note(account.line(), account.code(), "chart.became-heading", account.code()));
            made = account.heading();
        }
        if (made.type() != null) {
            return made;
        }
        AccountType most = below == null
                ? null
                : below.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(null);
        if (most == null && !made.postable()) {
            most = before.isEmpty()
                    ? AccountType.ASSET
                    : before.get(before.size() - 1).type();
        }
        if (most == null && assumed == null) {
            findings.add(ChartFinding.error(account.line(), account.code(), "chart.type-missing", account.code()));
        }
        return made.typed(most == null ? assumed : most);
    }
}
