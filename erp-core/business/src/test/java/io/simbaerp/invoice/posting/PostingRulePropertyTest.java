package io.simbaerp.invoice.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.tax.VatDirection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every posting, whatever the document: made up at random, the same ones each time. */
class PostingRulePropertyTest {

    private static final String[] CODES = {"Z23", "Z23-50", "Z23-NO", "Z23-WSP", "NP", "ZW", "WNT23", "OO23-50"};
    private static final String[] RATES = {"S 23", "S 8", "E 0", "K 0"};
    private static final String[] NATURES = {"", "credit-note", "correction"};

    @Test
    void balancesKeepsTheAmountDueAndNeverHasANegativeLineInAnOrdinaryEntry() {
        for (long seed = 20261122L; seed < 20263122L; seed++) {
            check(document(new Random(seed)));
        }
    }

    private static void check(String table) {
        PostingInput input = PostingTable.input(table);
        Posting posting = PostingRule.apply(input);

        Money debits = Money.zero(CurrencyCode.PLN);
        Money open = debits;
        for (LineDraft line : posting.lines()) {
            assertThat(line.amount().isZero()).as(table).isFalse();
            assertThat(line.amount().isNegative() && posting.kind() == EntryKind.ORDINARY)
                    .as(table)
                    .isFalse();
            debits = line.side() == Side.DEBIT ? debits.plus(line.amount()) : debits.minus(line.amount());
            if (line.openItem()) {
                open = line.side() == Side.CREDIT ? open.plus(line.amount()) : open.minus(line.amount());
            }
        }
        assertThat(debits.isZero()).as(table).isTrue();
        assertThat(open.compareTo(due(input))).as(table).isZero();
        assertRowsAreParts(posting, table);
    }

    private static void assertRowsAreParts(Posting posting, String table) {
        for (Posting.RegisterRow row : posting.rows()) {
            BigDecimal tax = row.tax().amount();
            BigDecimal deductible = row.deductibleTax().amount();
            assertThat(deductible.abs()).as(table).isLessThanOrEqualTo(tax.abs());
            assertThat(deductible.signum() * tax.signum()).as(table).isNotNegative();
            if (row.direction() == VatDirection.OUTPUT) {
                assertThat(deductible).as(table).isZero();
            }
        }
    }

    private static Money due(PostingInput input) {
        Conversion conversion = new Conversion(input.baseCurrency(), input.rates());
        Money due = conversion.atLedgerRate(input.totals().due());
        return input.nature() == PostingInput.Nature.CREDIT_NOTE ? due.negated() : due;
    }

    private static String document(Random random) {
        StringBuilder table = new StringBuilder();
        if (random.nextBoolean()) {
            table.append("currency EUR\nrates 4.%04d 4.%04d\n".formatted(random.nextInt(10000), random.nextInt(10000)));
        }
        table.append(NATURES[random.nextInt(NATURES.length)]).append('\n');
        table.append(random.nextInt(4) == 0 ? "opposite\n" : "");
        table.append(random.nextInt(4) == 0 ? "payee\n" : "");
        table.append(random.nextInt(4) == 0 ? "deferred\n" : "");
        table.append("proportion %d\n".formatted(random.nextInt(101)));
        for (String rate : RATES) {
            if (random.nextInt(3) > 0) {
                group(table, rate, random);
            }
        }
        table.append(random.nextInt(4) == 0 ? "line 245 - NP -%s - -\n".formatted(cents(random, 5000)) : "");
        table.append(random.nextInt(3) == 0 ? "prepaid %s\n".formatted(cents(random, 100000)) : "");
        table.append(random.nextInt(3) == 0 ? "rounding 0.0%d\n".formatted(random.nextInt(10)) : "");
        return table.toString();
    }

    /** Lines of one rate, some of them given back or advances taken off, and a breakdown that adds up. */
    private static void group(StringBuilder table, String rate, Random random) {
        BigDecimal net = BigDecimal.ZERO;
        for (int line = 0; line <= random.nextInt(5); line++) {
            boolean advance = random.nextInt(5) == 0;
            BigDecimal part = cents(random, 1000000);
            part = advance || random.nextInt(4) == 0 ? part.negate() : part;
            net = net.add(part);
            table.append("line %s - %s %s %s%s\n"
                    .formatted(
                            advance ? "204" : "402-90",
                            CODES[random.nextInt(CODES.length)],
                            part,
                            rate,
                            advance ? " advance" : ""));
        }
        BigDecimal percent = new BigDecimal(rate.split(" ")[1]);
        BigDecimal tax = net.multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        table.append("vat %s %s %s\n".formatted(rate, net, tax));
    }

    private static BigDecimal cents(Random random, int below) {
        return BigDecimal.valueOf(random.nextInt(below), 2);
    }
}
