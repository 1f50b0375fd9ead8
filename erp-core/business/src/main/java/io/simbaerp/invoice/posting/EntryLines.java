package io.simbaerp.invoice.posting;

import io.simbaerp.invoice.posting.PostingInput.CodedAmount;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lines of an entry while it is being made: with the document's signs, on the sides an invoice has them. */
final class EntryLines {

    private final CurrencyCode base;
    private final List<Line> lines = new ArrayList<>();

    EntryLines(CurrencyCode base) {
        this.base = base;
    }

    Line add(String account, Side side, Money amount) {
        Line line = new Line(account, side, amount);
        lines.add(line);
        return line;
    }

    Money debitsOverCredits() {
        Money surplus = Money.zero(base);
        for (Line line : lines) {
            surplus = line.side == Side.DEBIT ? surplus.plus(line.amount) : surplus.minus(line.amount);
        }
        return surplus;
    }

    /** As the ledger takes them; lines that round to nothing are left out. */
    List<LineDraft> drafts(boolean negate, boolean red) {
        return lines.stream()
                .filter(line -> !line.amount.isZero())
                .map(line -> line.draft(negate, red))
                .toList();
    }

    /** One line. */
    static final class Line {

        private final String account;
        private Side side;
        private Money amount;
        private @Nullable Money transaction;
        private @Nullable ExchangeRate rate;
        private @Nullable UUID party;
        private @Nullable String vatCode;
        private @Nullable LocalDate dueDate;
        private @Nullable String costCentre;
        private @Nullable String text;
        private Map<String, String> dimensions = Map.of();
        private boolean splitPayment;

        Line(String account, Side side, Money amount) {
            this.account = account;
            this.side = side;
            this.amount = amount;
        }

        /** What it is in the document's currency, if that is another one. */
        Line transaction(Money documentAmount, @Nullable ExchangeRate byRate) {
            if (!documentAmount.currency().equals(amount.currency())
                    && documentAmount.amount().signum() == amount.amount().signum()) {
                transaction = documentAmount;
                rate = byRate;
            }
            return this;
        }

        Line coded(CodedAmount line) {
            vatCode = line.code().code();
            costCentre = line.costCentre();
            dimensions = line.dimensions();
            text = line.text();
            return this;
        }

        Line vatCode(String code) {
            vatCode = code;
            return this;
        }

        Line party(@Nullable UUID partyId) {
            party = partyId;
            return this;
        }

        Line openItem(LocalDate due, boolean split) {
            dueDate = due;
            splitPayment = split;
            return this;
        }

        /** A difference has no side of its own: a negative one stands positive on the other side. */
        Line upright() {
            if (amount.isNegative()) {
                flip();
            }
            return this;
        }

        private void flip() {
            side = side.opposite();
            amount = amount.negated();
            transaction = transaction == null ? null : transaction.negated();
        }

        private LineDraft draft(boolean negate, boolean red) {
            if (negate) {
                amount = amount.negated();
                transaction = transaction == null ? null : transaction.negated();
            }
            if (!red) {
                upright();
            }
            return new LineDraft(
                    account,
                    side,
                    amount,
                    transaction,
                    rate,
                    party,
                    vatCode,
                    dueDate,
                    costCentre,
                    text,
                    dueDate != null,
                    splitPayment,
                    dimensions);
        }
    }
}
