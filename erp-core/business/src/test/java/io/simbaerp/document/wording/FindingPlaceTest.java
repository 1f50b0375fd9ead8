package io.simbaerp.document.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingPlaceTest {

    @ParameterizedTest
    @CsvSource({
        "BR-CO-04, Invoice/cac:InvoiceLine[3]/cac:Item, line-3",
        "BR-21, CreditNote/cac:CreditNoteLine, line-1",
        "BR-26, rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem[12], line-12",
        "BR-50, Invoice/cac:PaymentMeans/cac:PayeeFinancialAccount, account",
        "BR-CO-25, Invoice/cbc:DueDate, due",
        "BR-CO-09, Invoice/cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID, seller",
        "BR-07, rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty, buyer",
        "BR-S-08, Invoice/cac:TaxTotal/cac:TaxSubtotal, taxes",
        "BR-CO-15, Invoice/cac:LegalMonetaryTotal, sums",
        "BR-02, Invoice/cbc:ID, number",
        "FA-1, Faktura/Fa/FaWiersz[2], line-2",
        "FA-2, Faktura/Podmiot2, buyer"
    })
    void thePathOfAFindingLeadsToItsField(String rule, String path, String place) {
        assertThat(FindingPlace.of(new Finding(rule, Severity.ERROR, path, "Sentence")))
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "BR-CO-15, sums",
        "BR-AE-08, taxes",
        "BR-CO-25, due",
        "supplier.new-account, account",
        "supplier.account-unconfirmed, account",
        "invoice.payee-differs, payee",
        "invoice.difference, line-D",
        "duplicate.told-apart, number"
    })
    void whatNamesTheWholeDocumentIsPlacedByItsRule(String rule, String place) {
        assertThat(FindingPlace.of(new Finding(rule, Severity.WARNING, "Invoice", "Sentence")))
                .isEqualTo(place);
        assertThat(FindingPlace.ofRule(rule)).isEqualTo(place);
    }

    @Test
    void whatBelongsNowhereStaysAmongTheNotes() {
        assertThat(FindingPlace.of(new Finding("X-1", Severity.ERROR, null, "Sentence")))
                .isNull();
        assertThat(FindingPlace.ofRule(null)).isNull();
    }
}
