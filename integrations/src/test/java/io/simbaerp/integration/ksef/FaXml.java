package io.simbaerp.integration.ksef;

import java.nio.charset.StandardCharsets;

/** A small FA(3) to be changed by a test: every part can be replaced. */
final class FaXml {

    private static final String INVOICE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Faktura xmlns="http://crd.gov.pl/wzor/2025/06/25/13775/">
            <Naglowek><KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza>\
            <WariantFormularza>3</WariantFormularza><DataWytworzeniaFa>2026-11-20T10:00:00Z</DataWytworzeniaFa></Naglowek>
            <Podmiot1><DaneIdentyfikacyjne><NIP>5260250274</NIP><Nazwa>Dostawca</Nazwa></DaneIdentyfikacyjne>\
            <Adres><KodKraju>PL</KodKraju><AdresL1>ul. Nowa 1</AdresL1><AdresL2>00-950 Warszawa</AdresL2></Adres></Podmiot1>
            <Podmiot2><DaneIdentyfikacyjne><NIP>5265877635</NIP><Nazwa>My</Nazwa></DaneIdentyfikacyjne>\
            <JST>2</JST><GV>2</GV></Podmiot2>
            <Fa><KodWaluty>PLN</KodWaluty><P_1>2026-11-20</P_1><P_2>FV/1</P_2><!--totals--><P_13_1>100.00</P_13_1>\
            <P_14_1>23.00</P_14_1><P_15>123.00</P_15><!--/totals-->\
            <Adnotacje><P_16>2</P_16><P_17>2</P_17><P_18>2</P_18><P_18A>2</P_18A>\
            <Zwolnienie><P_19N>1</P_19N></Zwolnienie><NoweSrodkiTransportu><P_22N>1</P_22N></NoweSrodkiTransportu>\
            <P_23>2</P_23><PMarzy><P_PMarzyN>1</P_PMarzyN></PMarzy></Adnotacje>\
            <RodzajFaktury>VAT</RodzajFaktury><!--lines--><FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Usługa</P_7>\
            <P_8A>szt.</P_8A><P_8B>1</P_8B><P_9A>100</P_9A><P_11>100</P_11><P_12>23</P_12></FaWiersz><!--/lines-->\
            </Fa></Faktura>
            """;

    private String text = INVOICE;

    static FaXml invoice() {
        return new FaXml();
    }

    FaXml with(String old, String replacement) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("Nothing to replace: " + old);
        }
        text = text.replace(old, replacement);
        return this;
    }

    /** Other totals: P_13 to P_15. */
    FaXml totals(String totals) {
        return part("totals", totals);
    }

    /** Other lines, and what follows them. */
    FaXml lines(String lines) {
        return part("lines", lines);
    }

    private FaXml part(String name, String content) {
        String start = "<!--" + name + "-->";
        String end = "<!--/" + name + "-->";
        text = text.substring(0, text.indexOf(start) + start.length()) + content + text.substring(text.indexOf(end));
        return this;
    }

    byte[] bytes() {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }
}
