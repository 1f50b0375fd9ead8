package io.simbaerp.integration.saft;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.foreign.ForeignBooks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rows of our tables, as accounts and transactions of a SAF-T file come. */
final class SaftTables {

    private static final Pattern PLAIN = Pattern.compile("[-+]?(\\d{1,18}(\\.\\d{0,10})?|\\.\\d{1,10})");
    private static final String HEAD =
            "key;journal;posting_date;document_date;kind;narration;document_number;account;debit;"
                    + "credit;text;party;vat_code";
    private static final int MOST_CODES = 100;

    /** A text that stands once in the file stands in every row of its entry; more than this no books make of it. */
    private static final long MOST_GROWTH = 20;

    private static final String COUNT = "NumberOfEntries";
    private static final String DEBIT = "TotalDebit";
    private static final String CREDIT = "TotalCredit";

    private final String journal;
    private final long longest;
    private final StringBuilder chart = new StringBuilder("code;name;type;category\n");
    private final StringBuilder opening = new StringBuilder("account;debit;credit\n");
    private final StringBuilder entries = new StringBuilder();
    private final SaftMasters masters = new SaftMasters();
    private final Set<String> axes = new LinkedHashSet<>();
    private final Map<String, BigDecimal> stated = new HashMap<>();
    private final Map<String, BigDecimal> counted = new HashMap<>();
    private String currency = "";
    private String company = "";
    private String theirJournal = "";

    SaftTables(String journal, int fileLength) {
        this.longest = fileLength * MOST_GROWTH;
        this.journal = journal;
        List.of(COUNT, DEBIT, CREDIT).forEach(what -> counted.put(what, BigDecimal.ZERO));
    }

    /** The first number of the file is that of whoever keeps the books. */
    void keptBy(String number) {
        company = company.isEmpty() ? number.strip() : company;
    }

    void currency(String code) {
        currency = code.strip();
    }

    /** Source documents state totals of their own: only those of the general ledger count. */
    void stated(String what, BigDecimal figure, boolean ofEntries) {
        if (ofEntries) {
            stated.putIfAbsent(what, figure);
        }
    }

    /** What entries name besides accounts. */
    SaftMasters masters() {
        return masters;
    }

    void journal(String id) {
        theirJournal = id.strip();
    }

    void account(SaftElement account) {
        String code = account.text("AccountID");
        if (code.isEmpty()) {
            return;
        }
        String standard = firstOf(account, "StandardAccountID", "GroupingCode", "AccountID");
        row(chart, code, account.text("AccountDescription"), type(standard), account.text("AccountType"));
        BigDecimal balance =
                amount(account.text("OpeningDebitBalance")).subtract(amount(account.text("OpeningCreditBalance")));
        if (balance.signum() != 0) {
            row(
                    opening,
                    code,
                    balance.signum() > 0 ? plain(balance) : "",
                    balance.signum() < 0 ? plain(balance.negate()) : "");
        }
    }

    /**
     * The Norwegian standard chart begins with what an account is: 1 assets, 20 equity, 2 debts, 3 income, 4 to 7 costs, 80
     * financial income, 8 financial costs and tax.
     */
    private static String type(String standard) {
        if (!standard.matches("\\d{2}.*")) {
            return "";
        }
        return switch (standard.charAt(0)) {
            case '1' -> "ASSET";
            case '2' -> standard.startsWith("20") ? "EQUITY" : "LIABILITY";
            case '3' -> "REVENUE";
            case '4', '5', '6', '7' -> "EXPENSE";
            case '8' -> standard.startsWith("80") ? "REVENUE" : "EXPENSE";
            default -> "";
        };
    }

    /** Lines of nothing move nothing and are left out; negative ones stand in a correction. */
    void transaction(SaftElement transaction) {
        counted.merge(COUNT, BigDecimal.ONE, BigDecimal::add);
        String id = transaction.text("TransactionID");
        List<SaftLine> lines = transaction.all("Line").stream()
                .map(line -> new SaftLine(line, id, masters))
                .toList();
        lines.forEach(this::count);
        boolean negative = lines.stream().anyMatch(SaftLine::isNegative);
        String document = lines.isEmpty() ? "" : lines.get(0).document();
        List<String> head = List.of(
                String.join(" ", "saft", company, theirJournal, transaction.text("PeriodYear"), id),
                journal,
                firstOf(transaction, "GLPostingDate", "TransactionDate"),
                transaction.text("TransactionDate"),
                negative ? "CORRECTION" : "",
                transaction.text("Description").isEmpty() ? document : transaction.text("Description"),
                document);
        Map<SaftLine, String> codes = codes(lines);
        lines.stream()
                .filter(line -> !line.isNothing())
                .forEach(line -> rows(head, line, codes.getOrDefault(line, "")));
    }

    private void count(SaftLine line) {
        counted.merge(DEBIT, line.debit(), BigDecimal::add);
        counted.merge(CREDIT, line.credit(), BigDecimal::add);
    }

    /**
     * The tax codes of lines: of bases as the file says, and of the line that carries just the tax of a code, which the file
     * leaves unsaid.
     */
    private Map<SaftLine, String> codes(List<SaftLine> lines) {
        Map<SaftLine, String> codes = new IdentityHashMap<>();
        Map<String, BigDecimal> taxes = new TreeMap<>();
        for (SaftLine line : lines) {
            if (!line.taxCode().isEmpty()) {
                codes.put(line, line.taxCode());
                taxes.merge(line.taxCode(), line.tax(), BigDecimal::add);
            }
        }
        if (taxes.size() > MOST_CODES) {
            throw new NumberFormatException("too many tax codes in a transaction");
        }
        List<SaftLine> others = lines.stream()
                .filter(line -> !codes.containsKey(line)
                        && masters.partners().of(line.element()).isEmpty())
                .toList();
        taxes.forEach((code, tax) -> others.stream()
                .filter(line -> tax.signum() != 0 && !codes.containsKey(line) && carries(line, code, tax))
                .findFirst()
                .ifPresent(line -> codes.put(line, code)));
        return codes;
    }

    /** Just the tax; on the account that is known to take it also what differs by a rounding to whole amounts. */
    private boolean carries(SaftLine line, String code, BigDecimal tax) {
        boolean same = line.balance().compareTo(tax) == 0;
        String account = same ? masters.taxAccount(code, line.account()) : masters.taxAccount(code);
        return line.account().equals(account)
                && line.balance().subtract(tax).abs().compareTo(BigDecimal.ONE) < 0;
    }

    /** A row for every part: what belongs to the whole entry, then the part's own cells, an axis after the other. */
    private void rows(List<String> head, SaftLine line, String taxCode) {
        String account = line.account();
        List<String> tail =
                List.of(line.element().text("Description"), masters.partners().of(line.element()), taxCode);
        for (SaftLine.Part part : line.parts()) {
            List<String> cells = new ArrayList<>(head);
            cells.add(account);
            cells.add(part.debit().signum() == 0 ? "" : plain(part.debit()));
            cells.add(part.credit().signum() == 0 ? "" : plain(part.credit()));
            cells.addAll(tail);
            axes.addAll(part.values().keySet());
            axes.forEach(axis -> cells.add(part.values().getOrDefault(axis, "")));
            row(entries, cells.toArray(String[]::new));
        }
    }

    /** @throws RuleViolation foreign-books.totals-differ */
    ForeignBooks.Tables checked() {
        stated.forEach((what, figure) -> {
            if (figure.compareTo(counted.getOrDefault(what, BigDecimal.ZERO)) != 0) {
                throw RuleViolation.ofField(
                        "file",
                        "foreign-books.totals-differ",
                        what,
                        plain(figure),
                        plain(counted.getOrDefault(what, BigDecimal.ZERO)));
            }
        });
        StringBuilder head = new StringBuilder(HEAD);
        axes.forEach(axis -> head.append(";dimension:").append(axis));
        return new ForeignBooks.Tables(
                currency,
                chart.toString(),
                opening.toString(),
                head.append('\n').append(entries).toString(),
                masters.all());
    }

    private static String firstOf(SaftElement element, String... paths) {
        for (String path : paths) {
            String text = element.text(path);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /**
     * A figure in plain digits; nothing is zero.
     *
     * @throws NumberFormatException if it is none: also with an exponent, which could stand for more digits than can be kept
     */
    static BigDecimal amount(String text) {
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new NumberFormatException("not a plain figure");
        }
        return new BigDecimal(text);
    }

    private static String plain(BigDecimal figure) {
        return figure.toPlainString();
    }

    private void row(StringBuilder table, String... cells) {
        for (int at = 0; at < cells.length; at++) {
            String plain = cells[at].replaceAll("\\s+", " ").strip();
            boolean quoted = plain.contains(";") || plain.contains("\"") || plain.contains("\n");
            table.append(at == 0 ? "" : ";").append(quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain);
        }
        table.append('\n');
        if (table.length() > longest) {
            throw new NumberFormatException("too long for its file");
        }
    }
}
