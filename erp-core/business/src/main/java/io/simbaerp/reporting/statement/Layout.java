package io.simbaerp.reporting.statement;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.Side;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The positions of balance sheet and income statement and the accounts each of them takes. */
record Layout(String name, List<Position> positions) {

    /** The names of the layouts there are. */
    static final List<String> NAMES = List.of("pl", "ifrs");

    private static final String RESULT = "@RESULT";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    /** The parts of the statements. */
    enum Part {
        ASSETS,
        LIABILITIES,
        INCOME
    }

    /**
     * A position.
     *
     * @param code its place, such as B.II.3.a
     * @param side on which its amount is positive
     * @param rule beginnings of accounts, each perhaps with + for debit or - for credit balances only; or a formula
     */
    record Position(Part part, String code, Side side, String namePl, String nameEn, String rule) {

        String name(String language) {
            return "pl".equals(language) ? namePl : nameEn;
        }

        /** How deep it lies below others. */
        int level() {
            return (int) code.chars().filter(letter -> letter == '.').count();
        }

        boolean isFormula() {
            return rule.startsWith("=");
        }

        boolean takesTheResult() {
            return rule.contains(RESULT);
        }

        /** How long the longest of its beginnings is that takes this balance; nothing if none does. */
        int takes(String account, Side balance) {
            int longest = 0;
            for (String selector : isFormula() ? new String[0] : rule.split(" ")) {
                char last = selector.isEmpty() ? ' ' : selector.charAt(selector.length() - 1);
                boolean sided = last == '+' || last == '-';
                String begin = sided ? selector.substring(0, selector.length() - 1) : selector;
                boolean fits = !sided || (last == '+') == (balance == Side.DEBIT);
                if (!begin.isEmpty() && fits && account.startsWith(begin)) {
                    longest = Math.max(longest, begin.length());
                }
            }
            return longest;
        }

        boolean isWithin(Position other) {
            return part == other.part && (code.equals(other.code) || code.startsWith(other.code + "."));
        }
    }

    /** An account that lands nowhere or in several positions with a balance on a side. */
    record Misplaced(AccountView account, List<Position> positions) {}

    static Layout read(String name) {
        String resource = "/reporting/layout-" + name + ".csv";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Layout.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
            return new Layout(
                    name, FORMAT.parse(reader).stream().map(Layout::position).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Position position(CSVRecord row) {
        return new Position(
                Part.valueOf(row.get("part")),
                row.get("code"),
                row.get("side").equals("D") ? Side.DEBIT : Side.CREDIT,
                row.get("name_pl"),
                row.get("name_en"),
                row.get("rule"));
    }

    /** The positions that take an account's balance on this side: exactly one if all is well. */
    List<Position> of(AccountView account, Side balance) {
        boolean income = isOfTheResult(account.type());
        int longest = 0;
        List<Position> found = new ArrayList<>();
        for (Position position : positions) {
            int length = (position.part() == Part.INCOME) == income ? position.takes(account.code(), balance) : 0;
            if (length > longest) {
                found.clear();
                longest = length;
            }
            if (length > 0 && length == longest) {
                found.add(position);
            }
        }
        return found;
    }

    /** The one position that takes it, or null. */
    @Nullable
    Position placeOf(AccountView account, Side balance) {
        List<Position> found = of(account, balance);
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Whether what stands on its debit side is cash. */
    boolean isCash(AccountView account) {
        Position place = placeOf(account, Side.DEBIT);
        return place != null
                && place.part() == Part.ASSETS
                && place.code().startsWith(name.equals("pl") ? "B.III.1.c" : "B.5");
    }

    /** Accounts that don't land exactly once; those off the balance sheet land nowhere. */
    List<Misplaced> misplaced(List<AccountView> accounts) {
        List<Misplaced> misplaced = new ArrayList<>();
        for (AccountView account : accounts) {
            for (Side side :
                    account.postable() && account.type() != AccountType.OFF_BALANCE ? Side.values() : new Side[0]) {
                List<Position> found = of(account, side);
                boolean known =
                        misplaced.stream().anyMatch(other -> other.account().equals(account));
                if (found.size() != 1 && !known) {
                    misplaced.add(new Misplaced(account, found));
                }
            }
        }
        return misplaced;
    }

    static boolean isOfTheResult(AccountType type) {
        return type == AccountType.REVENUE || type == AccountType.EXPENSE;
    }
}
