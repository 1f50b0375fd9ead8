package io.simbaerp.integration.saft;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.foreign.ForeignBooks;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rows of our tables, as accounts and transactions of a SAF-T file come. */
final class SaftTables {

    private static final Pattern PLAIN = Pattern.compile("[-+]?(\\d{1,18}(\\.\\d{0,10})?|\\.\\d{1,10})");
    private static final String COUNT = "NumberOfEntries";
    private static final String DEBIT = "TotalDebit";
    private static final String CREDIT = "TotalCredit";

    private final String journal;
    private final StringBuilder chart = new StringBuilder("code;name;type;category\n");
    private final StringBuilder opening = new StringBuilder("account;debit;credit\n");
    private final StringBuilder entries = new StringBuilder(
            "key;journal;posting_date;document_date;kind;narration;document_number;account;debit;credit;text\n");
    private final Map<String, BigDecimal> stated = new HashMap<>();
    private final Map<String, BigDecimal> counted = new HashMap<>();
    private String currency = "";
    private String company = "";
    private String theirJournal = "";

    SaftTables(String journal) {
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
        List<Line> lines = transaction.all("Line").stream().map(Line::of).toList();
        lines.forEach(this::count);
        boolean negative = lines.stream().anyMatch(Line::isNegative);
        String document = lines.isEmpty() ? "" : lines.get(0).document();
        String date = transaction.text("TransactionDate");
        String[] head = {
            String.join(
                    " ",
                    "saft",
                    company,
                    theirJournal,
                    transaction.text("PeriodYear"),
                    transaction.text("TransactionID")),
            journal,
            firstOf(transaction, "GLPostingDate", "TransactionDate"),
            date,
            negative ? "CORRECTION" : "",
            transaction.text("Description").isEmpty() ? document : transaction.text("Description"),
            document
        };
        lines.stream().filter(line -> !line.isNothing()).forEach(line -> row(entries, line.after(head)));
    }

    private void count(Line line) {
        counted.merge(DEBIT, line.debit(), BigDecimal::add);
        counted.merge(CREDIT, line.credit(), BigDecimal::add);
    }

    /** A line of a transaction, with the document it comes from. */
    private record Line(String account, BigDecimal debit, BigDecimal credit, String text, String document) {

        static Line of(SaftElement line) {
            return new Line(
                    line.text("AccountID"),
                    amount(line.text("DebitAmount/Amount")),
                    amount(line.text("CreditAmount/Amount")),
                    line.text("Description"),
                    firstOf(line, "SourceDocumentID", "ReferenceNumber"));
        }

        boolean isNegative() {
            return debit.signum() < 0 || credit.signum() < 0;
        }

        boolean isNothing() {
            return debit.signum() == 0 && credit.signum() == 0;
        }

        /** The row of the table: what belongs to the whole entry, then the line's own cells. */
        String[] after(String[] head) {
            String[] cells = Arrays.copyOf(head, head.length + 4);
            cells[head.length] = account;
            cells[head.length + 1] = debit.signum() == 0 ? "" : plain(debit);
            cells[head.length + 2] = credit.signum() == 0 ? "" : plain(credit);
            cells[head.length + 3] = text;
            return cells;
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
        return new ForeignBooks.Tables(currency, chart.toString(), opening.toString(), entries.toString());
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

    private static void row(StringBuilder table, String... cells) {
        for (int at = 0; at < cells.length; at++) {
            String plain = cells[at].replaceAll("\\s+", " ").strip();
            boolean quoted = plain.contains(";") || plain.contains("\"") || plain.contains("\n");
            table.append(at == 0 ? "" : ";").append(quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain);
        }
        table.append('\n');
    }
}
