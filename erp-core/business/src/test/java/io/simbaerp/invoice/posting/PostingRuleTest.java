package io.simbaerp.invoice.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostingRuleTest {

    @Test
    void takesTheDocumentsOwnTaxAndNeverComputesIt() {
        // 23 % of 9800 would be 2254.00; the supplier rounded by line and came to 2254.02.
        posts("""
                line 402-03 310 Z23 8600.00 S 23
                line 402-07 310 Z23 1200.00 S 23
                vat  S 23 9800.00 2254.02
                """, """
                402-03 DEBIT   8600.00 @310
                402-07 DEBIT   1200.00 @310
                223-01 DEBIT   2254.02
                202    CREDIT 12054.02 open
                """, """
                INPUT Z23 9800.00 2254.02 2254.02
                """);
    }

    @Test
    void sharesTheTaxOfARateByNetWithTheRemainderToTheLargest() {
        // 100.01 shared by net gives 33.33, 33.34 and 33.33, one cent too little; the largest net gets it.
        posts("""
                line 402-01 - Z23    144.90 S 23
                line 402-02 - Z23-NO 144.95 S 23
                line 402-03 - Z23-50 144.90 S 23
                vat  S 23 434.75 100.01
                """, """
                402-01 DEBIT  144.90
                402-02 DEBIT  144.95
                402-02 DEBIT   33.35
                402-03 DEBIT  144.90
                402-03 DEBIT   16.66
                223-01 DEBIT   33.33
                223-01 DEBIT   16.67
                202    CREDIT 534.76 open
                """, """
                INPUT Z23    144.90 33.33 33.33
                INPUT Z23-NO 144.95 33.35  0.00
                INPUT Z23-50 144.90 33.33 16.67
                """);
    }

    @Test
    void putsTaxThatMayNotBeDeductedOnTheCostOfItsLine() {
        posts("""
                line 409-02 100 Z23-NO 60.00 S 23
                line 401-02 310 Z23-NO 40.00 S 23
                vat  S 23 100.00 23.00
                """, """
                409-02 DEBIT   60.00 @100
                409-02 DEBIT   13.80 @100
                401-02 DEBIT   40.00 @310
                401-02 DEBIT    9.20 @310
                202    CREDIT 123.00 open
                """, """
                INPUT Z23-NO 100.00 23.00 0.00
                """);
    }

    @Test
    void deductsHalfForCarsAndTheProportionWhereItHolds() {
        posts("""
                line 401-02 - Z23-50  100.00 S 23
                line 401-01 - Z23-WSP 100.00 S 23
                vat  S 23 200.00 46.00
                proportion 90
                """, """
                401-02 DEBIT  100.00
                401-02 DEBIT   11.50
                401-01 DEBIT  100.00
                401-01 DEBIT    2.30
                223-01 DEBIT   11.50
                223-01 DEBIT   20.70
                202    CREDIT 246.00 open
                """, """
                INPUT Z23-50  100.00 23.00 11.50
                INPUT Z23-WSP 100.00 23.00 20.70
                """);
    }

    @Test
    void keepsRatesApart() {
        posts("""
                line 402-90 - Z23 100.00 S 23
                line 402-90 - Z8  100.00 S 8
                line 402-90 - ZW  100.00 E 0
                vat  S 23 100.00 23.00
                vat  S 8  100.00  8.00
                vat  E 0  100.00  0.00
                """, """
                402-90 DEBIT  100.00
                402-90 DEBIT  100.00
                402-90 DEBIT  100.00
                223-01 DEBIT   23.00
                223-01 DEBIT    8.00
                202    CREDIT 331.00 open
                """, """
                INPUT Z23 100.00 23.00 23.00
                INPUT Z8  100.00  8.00  8.00
                INPUT ZW  100.00  0.00  0.00
                """);
    }

    @Test
    void owesAndDeductsTheTaxOfAnAcquisitionFromTheUnion() {
        posts("""
                currency EUR
                rates 4.3000 4.3000
                line 330-01 - WNT23 1000.00 K 0
                vat  K 0 1000.00 0.00
                """, """
                330-01 DEBIT  4300.00 1000.00EUR
                223-01 DEBIT   989.00
                222-02 CREDIT  989.00
                202    CREDIT 4300.00 1000.00EUR open
                """, """
                OUTPUT WNT23 4300.00 989.00   0.00
                INPUT  WNT23 4300.00 989.00 989.00
                """);
    }

    @Test
    void putsTheHalfOfReverseChargedTaxThatIsNotDeductedOnTheCost() {
        posts("""
                line 402-02 - OO23-50 1000.00 AE 0
                vat  AE 0 1000.00 0.00
                """, """
                402-02 DEBIT  1000.00
                402-02 DEBIT   115.00
                223-01 DEBIT   115.00
                222-02 CREDIT  230.00
                202    CREDIT 1000.00 open
                """, """
                OUTPUT OO23-50 1000.00 230.00   0.00
                INPUT  OO23-50 1000.00 230.00 115.00
                """);
    }

    @Test
    void takesForeignTaxAsCostAtTheLedgerRate() {
        posts("""
                currency EUR
                rates 4.3000 4.2000
                line 409-01 - NP 100.00 S 19
                vat  S 19 100.00 19.00
                """, """
                409-01 DEBIT  430.00 100.00EUR
                409-01 DEBIT   81.70  19.00EUR
                202    CREDIT 511.70 119.00EUR open
                """, "");
    }

    @Test
    void leavesOnlyTheAmountDueOpen() {
        posts("""
                line 402-90 - Z23 100.00 S 23
                vat  S 23 100.00 23.00
                prepaid  50.00
                rounding  0.02
                """, """
                402-90 DEBIT  100.00
                223-01 DEBIT   23.00
                202    CREDIT  73.02 open
                202    CREDIT  50.00
                761-01 DEBIT    0.02
                """, """
                INPUT Z23 100.00 23.00 23.00
                """);
    }

    @Test
    void owesTheAmountDueToThePayeeAndWhatWasPaidBeforeToTheSupplier() {
        posts("""
                line 402-90 - Z23 100.00 S 23
                vat  S 23 100.00 23.00
                prepaid 50.00
                payee
                """, """
                402-90 DEBIT  100.00
                223-01 DEBIT   23.00
                202    CREDIT  73.00 open payee
                202    CREDIT  50.00
                """, """
                INPUT Z23 100.00 23.00 23.00
                """);
    }

    @Test
    void marksTheOpenItemOfAnInvoiceToBePaidBySplitPayment() {
        posts("""
                line 402-90 - Z23 100.00 S 23
                vat  S 23 100.00 23.00
                split-payment
                """, """
                402-90 DEBIT  100.00
                223-01 DEBIT   23.00
                202    CREDIT 123.00 open split
                """, """
                INPUT Z23 100.00 23.00 23.00
                """);
    }

    @Test
    void takesRoundingInOurFavourAsIncome() {
        posts("""
                line 402-90 - Z23 100.01 S 23
                vat  S 23 100.01 23.00
                rounding -0.01
                """, """
                402-90 DEBIT  100.01
                223-01 DEBIT   23.00
                202    CREDIT 123.00 open
                760-01 CREDIT   0.01
                """, """
                INPUT Z23 100.01 23.00 23.00
                """);
    }

    @Test
    void leavesNothingOpenOfAnInvoiceThatWasPaid() {
        posts("""
                line 402-90 - Z23 100.00 S 23
                vat  S 23 100.00 23.00
                prepaid 123.00
                """, """
                402-90 DEBIT  100.00
                223-01 DEBIT   23.00
                202    CREDIT 123.00
                """, """
                INPUT Z23 100.00 23.00 23.00
                """);
    }

    @Test
    void leavesAClaimOpenWhenTooMuchWasPrepaid() {
        posts("""
                line 402-90 - Z23 100.00 S 23
                vat  S 23 100.00 23.00
                prepaid 150.00
                """, """
                402-90 DEBIT  100.00
                223-01 DEBIT   23.00
                202    DEBIT   27.00 open
                202    CREDIT 150.00
                """, """
                INPUT Z23 100.00 23.00 23.00
                """);
    }

    @Test
    void convertsCostsAtTheLedgerRateAndTaxAtTheVatRate() {
        posts("""
                currency EUR
                rates 4.3000 4.2500
                line 402-03 - Z23 1000.00 S 23
                vat  S 23 1000.00 230.00
                """, """
                402-03 DEBIT  4300.00 1000.00EUR
                223-01 DEBIT   977.50  230.00EUR
                202    CREDIT 5289.00 1230.00EUR open
                751-02 DEBIT    11.50
                """, """
                INPUT Z23 4250.00 977.50 977.50
                """);
    }

    @Test
    void takesAnExchangeGainWhenTheVatRateIsHigher() {
        posts("""
                currency EUR
                rates 4.2500 4.3000
                line 402-03 - Z23 1000.00 S 23
                vat  S 23 1000.00 230.00
                """, """
                402-03 DEBIT  4250.00 1000.00EUR
                223-01 DEBIT   989.00  230.00EUR
                202    CREDIT 5227.50 1230.00EUR open
                750-02 CREDIT   11.50
                """, """
                INPUT Z23 4300.00 989.00 989.00
                """);
    }

    @Test
    void takesTheTaxTheSupplierStatedInOurCurrency() {
        // BT-111 says 985.00, whatever our own VAT rate would give.
        posts("""
                currency EUR
                rates 4.3000 4.2500
                stated 985.00
                line 402-03 - Z23 1000.00 S 23
                vat  S 23 1000.00 230.00
                """, """
                402-03 DEBIT  4300.00 1000.00EUR
                223-01 DEBIT   985.00  230.00EUR
                202    CREDIT 5289.00 1230.00EUR open
                751-02 DEBIT     4.00
                """, """
                INPUT Z23 4250.00 985.00 985.00
                """);
    }

    @Test
    void givesTheCentsOfConvertingLineByLineALineOfTheirOwn() {
        // Three times 0.35 EUR are 1.51 PLN each (1.505), together 4.53; 1.05 EUR at once are 4.52 (4.515).
        posts("""
                currency EUR
                rates 4.3000 4.3000
                line 402-01 - NP 0.35 O -
                line 402-02 - NP 0.35 O -
                line 402-03 - NP 0.35 O -
                vat  O - 1.05 0.00
                """, """
                402-01 DEBIT  1.51 0.35EUR
                402-02 DEBIT  1.51 0.35EUR
                402-03 DEBIT  1.51 0.35EUR
                202    CREDIT 4.52 1.05EUR open
                760-01 CREDIT 0.01
                """, "");
    }

    @Test
    void letsTaxWaitOnItsOwnAccountUntilItsMonthHasCome() {
        posts("""
                deferred
                line 402-90 - Z23 100.00 S 23
                vat  S 23 100.00 23.00
                """, """
                402-90 DEBIT  100.00
                223-05 DEBIT   23.00
                202    CREDIT 123.00 open
                """, """
                INPUT Z23 100.00 23.00 23.00
                """);
    }

    @Test
    void takesTheTaxTheSupplierStatedInOurCurrencyRateByRate() {
        posts("""
                currency EUR
                rates 4.3000 4.3000
                stated 310.01
                line 402-03 - Z23 100.00 S 23
                line 402-03 - Z8  600.00 S 8
                vat  S 23 100.00 23.00  99.00
                vat  S 8  600.00 48.00 211.01
                """, """
                402-03 DEBIT   430.00 100.00EUR
                402-03 DEBIT  2580.00 600.00EUR
                223-01 DEBIT    99.00 23.00EUR
                223-01 DEBIT   211.01 48.00EUR
                202    CREDIT 3315.30 771.00EUR open
                750-02 CREDIT    4.71
                """, """
                INPUT Z23  430.00  99.00  99.00
                INPUT Z8  2580.00 211.01 211.01
                """);
    }

    @Test
    void postsNothingForADocumentThatMovesNoMoney() {
        posts("""
                line 402-90 - Z23 0.00 S 23
                vat  S 23 0.00 0.00
                """, "", """
                INPUT Z23 0.00 0.00 0.00
                """);
    }

    @Test
    void findsAPlaceForTaxOfARateThatNoLineHas() {
        posts("""
                line 402-90 - Z23 100.00 S 22
                vat  S 23 100.00 23.00
                """, """
                402-90 DEBIT  100.00
                223-01 DEBIT   23.00
                202    CREDIT 123.00 open
                """, """
                INPUT Z23 100.00 23.00 23.00
                """);
    }

    @Test
    void neverAssumesARate() {
        assertThatThrownBy(() -> PostingRule.apply(PostingTable.input("""
                currency EUR
                line 402-90 - NP 100.00 O -
                """)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR");
    }

    @Test
    void balancesWhateverTheAmountsAre() {
        Random random = new Random(20261120);
        String[] codes = {"Z23", "Z23-50", "Z23-NO", "NP", "WNT23"};
        for (int round = 0; round < 2000; round++) {
            StringBuilder table = new StringBuilder(
                    "currency EUR\nrates 4.%04d 4.%04d\n".formatted(random.nextInt(10000), random.nextInt(10000)));
            BigDecimal net = BigDecimal.ZERO;
            for (int line = 0; line <= random.nextInt(6); line++) {
                BigDecimal part = BigDecimal.valueOf(random.nextInt(100000) - 10000, 2);
                net = net.add(part);
                table.append("line 402-90 - %s %s S 23\n".formatted(codes[random.nextInt(codes.length)], part));
            }
            table.append("vat S 23 %s %s\n".formatted(net, BigDecimal.valueOf(random.nextInt(30000), 2)));
            table.append(round % 3 == 0 ? "credit-note\n" : "").append(round % 5 == 0 ? "prepaid 12.34\n" : "");
            Posting posting = PostingRule.apply(PostingTable.input(table.toString()));
            assertBalanced(posting, table.toString());
        }
    }

    static Posting posts(String given, String lines, String rows) {
        Posting posting = PostingRule.apply(PostingTable.input(given));
        assertThat(PostingTable.lines(posting)).isEqualTo(PostingTable.aligned(lines));
        assertThat(PostingTable.rows(posting)).isEqualTo(PostingTable.aligned(rows));
        assertBalanced(posting, given);
        return posting;
    }

    private static void assertBalanced(Posting posting, String given) {
        Money debits = Money.zero(CurrencyCode.PLN);
        Money credits = debits;
        for (LineDraft line : posting.lines()) {
            assertThat(line.amount().isZero()).as(given).isFalse();
            if (posting.kind() == EntryKind.ORDINARY) {
                assertThat(line.amount().isNegative()).as(given).isFalse();
            }
            if (line.side() == Side.DEBIT) {
                debits = debits.plus(line.amount());
            } else {
                credits = credits.plus(line.amount());
            }
        }
        assertThat(debits.compareTo(credits)).as(given).isZero();
    }
}
