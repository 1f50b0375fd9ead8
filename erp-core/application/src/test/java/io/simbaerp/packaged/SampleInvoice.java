package io.simbaerp.packaged;

/** An invented e-invoice to the demo company, valid by the rules of EN 16931. */
public final class SampleInvoice {

    private SampleInvoice() {}

    /** As UBL, 1,000.00 net and 230.00 VAT. */
    public static String ubl(String number) {
        return UBL.replace("NUMBER", number);
    }

    private static final String UBL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                     xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                     xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
              <cbc:ID>NUMBER</cbc:ID>
              <cbc:IssueDate>2026-11-02</cbc:IssueDate>
              <cbc:DueDate>2026-11-30</cbc:DueDate>
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
              <cbc:DocumentCurrencyCode>PLN</cbc:DocumentCurrencyCode>
              <cbc:BuyerReference>kill</cbc:BuyerReference>
              <cac:AccountingSupplierParty>
                <cac:Party>
                  <cac:PostalAddress>
                    <cbc:StreetName>ul. Portowa 8</cbc:StreetName>
                    <cbc:CityName>Gdańsk</cbc:CityName>
                    <cbc:PostalZone>80-001</cbc:PostalZone>
                    <cac:Country><cbc:IdentificationCode>PL</cbc:IdentificationCode></cac:Country>
                  </cac:PostalAddress>
                  <cac:PartyTaxScheme>
                    <cbc:CompanyID>PL9990012340</cbc:CompanyID>
                    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
                  </cac:PartyTaxScheme>
                  <cac:PartyLegalEntity><cbc:RegistrationName>Zefir Sp. z o.o.</cbc:RegistrationName></cac:PartyLegalEntity>
                </cac:Party>
              </cac:AccountingSupplierParty>
              <cac:AccountingCustomerParty>
                <cac:Party>
                  <cac:PostalAddress>
                    <cbc:StreetName>ul. Nabrzeżna 3</cbc:StreetName>
                    <cbc:CityName>Gdynia</cbc:CityName>
                    <cbc:PostalZone>81-340</cbc:PostalZone>
                    <cac:Country><cbc:IdentificationCode>PL</cbc:IdentificationCode></cac:Country>
                  </cac:PostalAddress>
                  <cac:PartyTaxScheme>
                    <cbc:CompanyID>PL9990045672</cbc:CompanyID>
                    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
                  </cac:PartyTaxScheme>
                  <cac:PartyLegalEntity>
                    <cbc:RegistrationName>Korabia Handel Sp. z o.o.</cbc:RegistrationName>
                  </cac:PartyLegalEntity>
                </cac:Party>
              </cac:AccountingCustomerParty>
              <cac:PaymentMeans>
                <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
                <cac:PayeeFinancialAccount><cbc:ID>PL61109010140000071219812874</cbc:ID></cac:PayeeFinancialAccount>
              </cac:PaymentMeans>
              <cac:TaxTotal>
                <cbc:TaxAmount currencyID="PLN">230.00</cbc:TaxAmount>
                <cac:TaxSubtotal>
                  <cbc:TaxableAmount currencyID="PLN">1000.00</cbc:TaxableAmount>
                  <cbc:TaxAmount currencyID="PLN">230.00</cbc:TaxAmount>
                  <cac:TaxCategory>
                    <cbc:ID>S</cbc:ID>
                    <cbc:Percent>23</cbc:Percent>
                    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
                  </cac:TaxCategory>
                </cac:TaxSubtotal>
              </cac:TaxTotal>
              <cac:LegalMonetaryTotal>
                <cbc:LineExtensionAmount currencyID="PLN">1000.00</cbc:LineExtensionAmount>
                <cbc:TaxExclusiveAmount currencyID="PLN">1000.00</cbc:TaxExclusiveAmount>
                <cbc:TaxInclusiveAmount currencyID="PLN">1230.00</cbc:TaxInclusiveAmount>
                <cbc:PayableAmount currencyID="PLN">1230.00</cbc:PayableAmount>
              </cac:LegalMonetaryTotal>
              <cac:InvoiceLine>
                <cbc:ID>1</cbc:ID>
                <cbc:InvoicedQuantity unitCode="C62">4</cbc:InvoicedQuantity>
                <cbc:LineExtensionAmount currencyID="PLN">1000.00</cbc:LineExtensionAmount>
                <cac:Item>
                  <cbc:Name>Sailcloth, roll</cbc:Name>
                  <cac:ClassifiedTaxCategory>
                    <cbc:ID>S</cbc:ID>
                    <cbc:Percent>23</cbc:Percent>
                    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
                  </cac:ClassifiedTaxCategory>
                </cac:Item>
                <cac:Price><cbc:PriceAmount currencyID="PLN">250.00</cbc:PriceAmount></cac:Price>
              </cac:InvoiceLine>
            </Invoice>
            """;
}
