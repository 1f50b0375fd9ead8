package io.simbaerp.story;

import java.nio.charset.StandardCharsets;

/** A structured invoice of KSeF, FA(3), from a supplier of the demo company to it. */
final class StructuredXml {

    private final String number;
    private String totals = "";
    private String splitPayment = "2";
    private String cashMethod = "2";
    private String kind = "<RodzajFaktury>VAT</RodzajFaktury>";
    private String lines = "";
    private String after = "";
    private String third = "";
    private String sellerName = "Transwolta Logistyka Sp. z o.o.";
    private String sellerNip = "9990011222";
    private String issued = "2026-11-16";
    private String supplied = "";
    private String currency = "PLN";

    private StructuredXml(String number) {
        this.number = number;
    }

    static StructuredXml numbered(String number) {
        return new StructuredXml(number);
    }

    /** At 23 percent. */
    StructuredXml totals(String net, String vat, String gross) {
        totals = "<P_13_1>%s</P_13_1><P_14_1>%s</P_14_1><P_15>%s</P_15>".formatted(net, vat, gross);
        return this;
    }

    StructuredXml line(int line, String name, String net, boolean before) {
        lines += ("<FaWiersz><NrWierszaFa>%d</NrWierszaFa><P_7>%s</P_7><P_8A>szt.</P_8A><P_8B>1</P_8B>"
                        + "<P_9A>%s</P_9A><P_11>%s</P_11><P_12>23</P_12>%s</FaWiersz>")
                .formatted(line, name, net, net, before ? "<StanPrzed>1</StanPrzed>" : "");
        return this;
    }

    StructuredXml corrects(String original, String day, String ksefNumber, String reason) {
        kind = ("<RodzajFaktury>KOR</RodzajFaktury><PrzyczynaKorekty>%s</PrzyczynaKorekty><TypKorekty>2</TypKorekty>"
                        + "<DaneFaKorygowanej><DataWystFaKorygowanej>%s</DataWystFaKorygowanej>"
                        + "<NrFaKorygowanej>%s</NrFaKorygowanej><NrKSeF>1</NrKSeF>"
                        + "<NrKSeFFaKorygowanej>%s</NrKSeFFaKorygowanej></DaneFaKorygowanej>")
                .formatted(reason, day, original, ksefNumber);
        return this;
    }

    /** TypKorekty: whether it counts from its original's date (1), from its own (2) or from another (3). */
    StructuredXml effect(int type) {
        kind = kind.replaceFirst("<TypKorekty>\\d</TypKorekty>", "<TypKorekty>" + type + "</TypKorekty>");
        return this;
    }

    /** P_6: the day of the supply. */
    StructuredXml supplied(String day) {
        supplied = "<P_6>" + day + "</P_6>";
        return this;
    }

    StructuredXml in(String code) {
        currency = code;
        return this;
    }

    /** Documents an advance for an order of one line. */
    StructuredXml advance(String item, String net, String vat, String gross) {
        kind = "<RodzajFaktury>ZAL</RodzajFaktury>";
        after = ("<Zamowienie><WartoscZamowienia>%s</WartoscZamowienia><ZamowienieWiersz><NrWierszaZam>1</NrWierszaZam>"
                        + "<P_7Z>%s</P_7Z><P_11NettoZ>%s</P_11NettoZ><P_11VatZ>%s</P_11VatZ><P_12Z>23</P_12Z>"
                        + "</ZamowienieWiersz></Zamowienie>")
                .formatted(gross, item, net, vat);
        return this;
    }

    /** Settles that advance invoice. */
    StructuredXml settles(String ksefNumber) {
        kind = ("<RodzajFaktury>ROZ</RodzajFaktury><FakturaZaliczkowa><NrKSeFFaZaliczkowej>%s</NrKSeFFaZaliczkowej>"
                        + "</FakturaZaliczkowa>")
                .formatted(ksefNumber);
        return this;
    }

    /** Makes it correct the settlement of that advance invoice; said after what it corrects. */
    StructuredXml ofSettlement(String ksefNumber) {
        kind = kind.replace(">KOR<", ">KOR_ROZ<")
                + ("<FakturaZaliczkowa><NrKSeFFaZaliczkowej>%s</NrKSeFFaZaliczkowej></FakturaZaliczkowa>")
                        .formatted(ksefNumber);
        return this;
    }

    StructuredXml issued(String day) {
        issued = day;
        return this;
    }

    StructuredXml from(String supplier, String nip) {
        sellerName = supplier;
        sellerNip = nip;
        return this;
    }

    StructuredXml splitPayment() {
        splitPayment = "1";
        return this;
    }

    StructuredXml cashMethod() {
        cashMethod = "1";
        return this;
    }

    /** RodzajFaktury, such as ZAL for an advance or ROZ for its settlement. */
    StructuredXml kind(String code) {
        kind = "<RodzajFaktury>" + code + "</RodzajFaktury>";
        return this;
    }

    /** A correction that changes no amount. */
    StructuredXml zero() {
        totals = "<P_15>0</P_15>";
        return this;
    }

    /** A deduction beyond the supply. */
    StructuredXml deduction(String amount, String reason, String toPay) {
        after = ("<Rozliczenie><Odliczenia><Kwota>%s</Kwota><Powod>%s</Powod></Odliczenia><DoZaplaty>%s</DoZaplaty>"
                        + "</Rozliczenie>")
                .formatted(amount, reason, toPay);
        return this;
    }

    StructuredXml factor(String name, String nip, String account) {
        third = ("<Podmiot3><DaneIdentyfikacyjne><NIP>%s</NIP><Nazwa>%s</Nazwa></DaneIdentyfikacyjne>"
                        + "<Rola>1</Rola></Podmiot3>")
                .formatted(nip, name);
        after += ("<Platnosc><TerminPlatnosci><Termin>2026-12-14</Termin></TerminPlatnosci>"
                        + "<FormaPlatnosci>6</FormaPlatnosci>"
                        + "<RachunekBankowyFaktora><NrRB>%s</NrRB></RachunekBankowyFaktora></Platnosc>")
                .formatted(account);
        return this;
    }

    /** To be paid to this account. */
    StructuredXml account(String iban) {
        after += ("<Platnosc><TerminPlatnosci><Termin>2026-12-14</Termin></TerminPlatnosci>"
                        + "<FormaPlatnosci>6</FormaPlatnosci>"
                        + "<RachunekBankowy><NrRB>%s</NrRB></RachunekBankowy></Platnosc>")
                .formatted(iban);
        return this;
    }

    /** Zaplacono: paid, in cash, before the invoice came. */
    StructuredXml paid() {
        after += "<Platnosc><Zaplacono>1</Zaplacono><DataZaplaty>2026-11-16</DataZaplaty>"
                + "<FormaPlatnosci>1</FormaPlatnosci></Platnosc>";
        return this;
    }

    byte[] bytes() {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<Faktura xmlns=\"http://crd.gov.pl/wzor/2025/06/25/13775/\"><Naglowek>"
                        + "<KodFormularza kodSystemowy=\"FA (3)\" wersjaSchemy=\"1-0E\">FA</KodFormularza>"
                        + "<WariantFormularza>3</WariantFormularza>"
                        + "<DataWytworzeniaFa>2026-11-16T08:00:00Z</DataWytworzeniaFa></Naglowek>"
                        + "<Podmiot1><DaneIdentyfikacyjne><NIP>" + sellerNip + "</NIP><Nazwa>" + sellerName
                        + "</Nazwa></DaneIdentyfikacyjne><Adres><KodKraju>PL</KodKraju><AdresL1>ul. Składowa 14</AdresL1>"
                        + "<AdresL2>81-300 Gdynia</AdresL2></Adres></Podmiot1>"
                        + "<Podmiot2><DaneIdentyfikacyjne><NIP>9990045672</NIP><Nazwa>Korabia Handel Sp. z o.o.</Nazwa>"
                        + "</DaneIdentyfikacyjne><JST>2</JST><GV>2</GV></Podmiot2>" + third
                        + "<Fa><KodWaluty>" + currency + "</KodWaluty><P_1>" + issued + "</P_1><P_2>" + number
                        + "</P_2>" + supplied
                        + totals
                        + "<Adnotacje><P_16>" + cashMethod + "</P_16><P_17>2</P_17><P_18>2</P_18><P_18A>" + splitPayment
                        + "</P_18A>"
                        + "<Zwolnienie><P_19N>1</P_19N></Zwolnienie>"
                        + "<NoweSrodkiTransportu><P_22N>1</P_22N></NoweSrodkiTransportu><P_23>2</P_23>"
                        + "<PMarzy><P_PMarzyN>1</P_PMarzyN></PMarzy></Adnotacje>" + kind + lines + after
                        + "</Fa></Faktura>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
