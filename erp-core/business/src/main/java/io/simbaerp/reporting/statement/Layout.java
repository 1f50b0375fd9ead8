package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.Side;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The positions of balance sheet, income statement and cash flow and the accounts each of them takes. */
record Layout(String name, List<Position> positions) {

    /** The names of the layouts there are. */
    static final List<String> NAMES = List.of("pl", "ifrs");

    static final String RESULT = "@RESULT";

    /** Positions of the cash flow that are no counter-account's. */
    static final String HEAD = "@HEAD";

    /** The position of the balance sheet that is cash, with those below it. */
    static final String CASH = "@CASH";

    static final String REST = "@REST";
    static final String EXCHANGE = "@EXCHANGE";
    static final String OPENING = "@OPENING";
    static final String CLOSING = "@CLOSING";

    /** The parts of the statements. */
    enum Part {
        ASSETS,
        LIABILITIES,
        INCOME,
        CASH
    }

    /**
     * A position.
     *
     * @param code its place, such as B.II.3.a
     * @param side on which its amount is positive
     * @param rule beginnings of accounts, each perhaps with + for debit or - for credit balances only; in the cash flow
     *     those of counter-accounts, debit for payments and credit for receipts, and after # beginnings of their
     *     markers of JPK_KR_PD; or a formula
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

        /** Whether the layout gives it a meaning of its own, such as cash at the beginning. */
        boolean isFor(String meaning) {
            return rule.equals(meaning) || rule.startsWith(meaning + " ");
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

    /** One that comes with the program. */
    static Layout read(String name) {
        String resource = "/reporting/layout-" + name + ".csv";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Layout.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
            return LayoutFile.layout(name, LayoutFile.read(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The positions that take an account's balance on this side: exactly one if all is well. */
    List<Position> of(AccountView account, Side balance) {
        boolean income = isOfTheResult(account.type());
        return longest(
                position -> position.part() != Part.CASH && (position.part() == Part.INCOME) == income,
                account.code(),
                balance);
    }

    private List<Position> longest(Predicate<Position> wanted, String account, Side side) {
        int longest = 0;
        List<Position> found = new ArrayList<>();
        for (Position position : positions) {
            int length = wanted.test(position) ? position.takes(account, side) : 0;
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

    /**
     * The positions of the cash flow for payments to (debit) or receipts from (credit) a counter-account: by its code,
     * else by its marker.
     */
    List<Position> flowsOf(AccountView account, Side side) {
        Predicate<Position> cash = position -> position.part() == Part.CASH;
        List<Position> found = longest(cash, account.code(), side);
        String marker = account.jpkMarker();
        return found.isEmpty() && marker != null ? longest(cash, "#" + marker, side) : found;
    }

    /** The one position of a flow; that of the unclassified if there is none or more than one. */
    Position flowOf(AccountView account, Side side) {
        List<Position> found = flowsOf(account, side);
        return found.size() == 1 ? found.get(0) : special(REST);
    }

    /** @throws NotFound if there is none */
    Position position(Part part, String code) {
        return positions.stream()
                .filter(position -> position.part() == part && position.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("position", code));
    }

    /** Where cash at the end stands: by itself if it isn't free to be used. */
    Position closingOf(String account) {
        return positions.stream()
                .filter(position -> position.isFor(CLOSING) && position.takes(account, Side.DEBIT) > 0)
                .findFirst()
                .orElseGet(() -> special(CLOSING));
    }

    /** The position of the cash flow with a meaning of its own. */
    Position special(String meaning) {
        return positions.stream()
                .filter(position -> position.isFor(meaning))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No position " + meaning + " in " + name));
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
                && positions.stream().anyMatch(position -> position.isFor(CASH) && place.isWithin(position));
    }

    /** Accounts that don't land exactly once; those off the balance sheet land nowhere. */
    List<Misplaced> misplaced(List<AccountView> accounts) {
        return misplaced(accounts, this::of);
    }

    /** Counter-accounts of cash whose flows don't land exactly once. */
    List<Misplaced> misplacedFlows(List<AccountView> accounts) {
        return misplaced(accounts.stream().filter(account -> !isCash(account)).toList(), this::flowsOf);
    }

    private static List<Misplaced> misplaced(
            List<AccountView> accounts, BiFunction<AccountView, Side, List<Position>> places) {
        List<Misplaced> misplaced = new ArrayList<>();
        for (AccountView account : accounts) {
            if (account.postable() && account.type() != AccountType.OFF_BALANCE) {
                Arrays.stream(Side.values())
                        .map(side -> places.apply(account, side))
                        .filter(found -> found.size() != 1)
                        .findFirst()
                        .ifPresent(found -> misplaced.add(new Misplaced(account, found)));
            }
        }
        return misplaced;
    }

    static boolean isOfTheResult(AccountType type) {
        return type == AccountType.REVENUE || type == AccountType.EXPENSE;
    }
}
