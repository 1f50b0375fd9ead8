package io.simbaerp.invoice.posting;

import static io.simbaerp.invoice.posting.PostingRuleTest.posts;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.ledger.EntryKind;
import org.junit.jupiter.api.Test;

/** Documents that give back, correct, or are about money paid ahead of the supply. */
class PostingCorrectionsTest {

    @Test
    void postsACreditNoteInRed() {
        Posting posting = posts("""
                credit-note
                line 402-03 310 Z23-50 200.00 S 23
                vat  S 23 200.00 46.00
                """, """
                402-03 DEBIT  -200.00 @310
                402-03 DEBIT   -23.00 @310
                223-01 DEBIT   -23.00
                202    CREDIT -246.00 open
                """, """
                INPUT Z23-50 -200.00 -46.00 -23.00
                """);
        assertThat(posting.kind()).isEqualTo(EntryKind.CORRECTION);
    }

    @Test
    void postsACreditNoteOnTheOppositeSidesWhereTheCompanyWantsIt() {
        Posting posting = posts("""
                credit-note
                opposite
                line 402-03 - Z23 200.00 S 23
                vat  S 23 200.00 46.00
                """, """
                402-03 CREDIT 200.00
                223-01 CREDIT  46.00
                202    DEBIT  246.00 open
                """, """
                INPUT Z23 -200.00 -46.00 -46.00
                """);
        assertThat(posting.kind()).isEqualTo(EntryKind.CORRECTION);
    }

    @Test
    void putsANegativeLineOfAnInvoiceOnTheOppositeSide() {
        Posting posting = posts("""
                line 402-03 - Z23 200.00 S 23
                line 402-03 - Z23 -50.00 S 23
                vat  S 23 150.00 34.50
                """, """
                402-03 DEBIT  200.00
                402-03 CREDIT  50.00
                223-01 DEBIT   34.50
                202    CREDIT 184.50 open
                """, """
                INPUT Z23 150.00 34.50 34.50
                """);
        assertThat(posting.kind()).isEqualTo(EntryKind.ORDINARY);
    }

    @Test
    void postsTheDifferenceOfACorrectionInRed() {
        Posting posting = posts("""
                correction
                line 402-03 310 Z23 -162.60 S 23
                vat  S 23 -162.60 -37.40
                """, """
                402-03 DEBIT  -162.60 @310
                223-01 DEBIT   -37.40
                202    CREDIT -200.00 open
                """, """
                INPUT Z23 -162.60 -37.40 -37.40
                """);
        assertThat(posting.kind()).isEqualTo(EntryKind.CORRECTION);
    }

    @Test
    void postsACorrectionUpwardsAsACorrectionToo() {
        Posting posting = posts("""
                correction
                line 402-03 - Z8 9107.47 S 8
                vat  S 8 9107.47 728.60
                """, """
                402-03 DEBIT  9107.47
                223-01 DEBIT   728.60
                202    CREDIT 9836.07 open
                """, """
                INPUT Z8 9107.47 728.60 728.60
                """);
        assertThat(posting.kind()).isEqualTo(EntryKind.CORRECTION);
    }

    @Test
    void movesTaxFromOneRateToAnotherThoughNothingIsOwed() {
        posts("""
                correction
                line 402-03 - Z23 -100.00 S 23
                line 402-03 - Z8   113.89 S 8
                vat  S 23 -100.00 -23.00
                vat  S 8   113.89   9.11
                """, """
                402-03 DEBIT -100.00
                402-03 DEBIT  113.89
                223-01 DEBIT  -23.00
                223-01 DEBIT    9.11
                """, """
                INPUT Z23 -100.00 -23.00 -23.00
                INPUT Z8   113.89   9.11   9.11
                """);
    }

    @Test
    void takesNothingIntoTheBooksOfACorrectionThatChangesNoAmount() {
        posts("""
                correction
                line 402-03 - Z23  100.00 S 23
                line 402-03 - Z23 -100.00 S 23
                """, """
                402-03 DEBIT  100.00
                402-03 DEBIT -100.00
                """, """
                INPUT Z23 0.00 0.00 0.00
                """);
        posts("correction", "", "");
    }

    @Test
    void keepsAnAdvanceWithItsSupplierUntilTheSupplyIsInvoiced() {
        posts("""
                line 204 - Z23 16260.16 S 23 advance
                vat  S 23 16260.16 3739.84
                """, """
                204    DEBIT  16260.16 supplier
                223-01 DEBIT   3739.84
                202    CREDIT 20000.00 open
                """, """
                INPUT Z23 16260.16 3739.84 3739.84
                """);
    }

    @Test
    void takesTheWholeSupplyAsCostAndTheAdvanceOffItsAccountWhenTheRestIsInvoiced() {
        posts("""
                line 402-10 - Z8  307500.00 S 8
                line 402-90 - Z23   4500.00 S 23
                line 204    - Z8  -34275.95 S 8  advance
                line 204    - Z23   -501.60 S 23 advance
                vat  S 23   3998.40   919.63
                vat  S 8  273224.05 21857.92
                """, """
                402-10 DEBIT  307500.00
                204    CREDIT  34275.95 supplier
                402-90 DEBIT    4500.00
                204    CREDIT    501.60 supplier
                223-01 DEBIT   21857.92
                223-01 DEBIT     919.63
                202    CREDIT 300000.00 open
                """, """
                INPUT Z8  273224.05 21857.92 21857.92
                INPUT Z23   3998.40   919.63   919.63
                """);
    }

    @Test
    void givesTheCostOfASettledAdvanceTheTaxThatWasNotDeductedThen() {
        // All of it was paid ahead, the tax too: now the tax that was no input tax becomes cost with the supply.
        posts("""
                line 409-02 - Z23-NO  1000.00 S 23
                line 204    - Z23-NO -1000.00 S 23 advance
                """, """
                409-02 DEBIT  1000.00
                409-02 DEBIT   230.00
                204    CREDIT 1000.00 supplier
                204    CREDIT  230.00 supplier
                """, """
                INPUT Z23-NO 0.00 0.00 0.00
                """);
    }
}
