package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.polish.AdvanceOrder;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.Annotations.Exemption;
import io.simbaerp.invoice.received.polish.Annotations.Margin;
import io.simbaerp.invoice.received.polish.Correction;
import io.simbaerp.invoice.received.polish.FurtherParty.Role;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.PolishTerms.AdvanceInvoice;
import io.simbaerp.invoice.received.polish.PolishTerms.AdvancePayment;
import io.simbaerp.invoice.received.polish.PolishTerms.Detail;
import io.simbaerp.invoice.received.polish.PolishTerms.Kind;
import io.simbaerp.invoice.received.polish.Settlement;
import io.simbaerp.money.CurrencyCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an FA states beyond EN 16931. */
final class FaTerms {

    private static final Map<String, Correction.Effect> EFFECTS = Map.of(
            "1", Correction.Effect.ORIGINAL_DATE,
            "2", Correction.Effect.CORRECTION_DATE,
            "3", Correction.Effect.OTHER_DATE);

    /** What is said of a new means of transport, in the schema's order. */
    private static final List<String> TRANSPORT = List.of(
            "P_22BMK", "P_22BMD", "P_22BK", "P_22BNR", "P_22BRP", "P_22B", "P_22B1", "P_22B2", "P_22B3", "P_22B4",
            "P_22BT", "P_22C", "P_22C1", "P_22D", "P_22D1", "P_22A");

    private final XmlElement root;
    private final XmlElement fa;
    private final CurrencyCode currency;

    FaTerms(XmlElement root, CurrencyCode currency) {
        this.root = root;
        this.fa = root.first("Fa");
        this.currency = currency;
    }

    PolishTerms read() {
        Kind kind = kind(fa);
        return new PolishTerms(
                kind,
                annotations(),
                kind.corrects() ? correction() : null,
                fa.all("FakturaZaliczkowa").stream()
                        .map(advance -> new AdvanceInvoice(
                                advance.text("NrFaZaliczkowej"), advance.text("NrKSeFFaZaliczkowej")))
                        .toList(),
                fa.all("ZaliczkaCzesciowa").stream()
                        .map(part -> new AdvancePayment(
                                part.date("P_6Z"), part.money("P_15Z", currency), part.decimal("KursWalutyZW")))
                        .toList(),
                fa.decimal("KursWalutyZ"),
                order(),
                settlement(),
                new FaPayment(root, currency).state(),
                new FaParties(root).others(),
                details());
    }

    /** RodzajFaktury; what the schema does not know counts as an ordinary invoice and is a finding already. */
    static Kind kind(XmlElement fa) {
        String stated = fa.text("RodzajFaktury");
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(stated))
                .findFirst()
                .orElse(Kind.VAT);
    }

    private Annotations annotations() {
        XmlElement notes = fa.first("Adnotacje");
        return new Annotations(
                yes(notes, "P_16"),
                yes(notes, "P_17"),
                yes(notes, "P_18"),
                yes(notes, "P_18A"),
                exemption(notes.first("Zwolnienie")),
                notes.all("NoweSrodkiTransportu/NowySrodekTransportu").stream()
                        .map(FaTerms::transport)
                        .toList(),
                yes(notes, "P_23"),
                margin(notes.first("PMarzy")),
                yes(fa, "FP"),
                yes(fa, "TP"),
                yes(fa, "ZwrotAkcyzy"));
    }

    private static @Nullable Exemption exemption(XmlElement exemption) {
        if (!yes(exemption, "P_19")) {
            return null;
        }
        if (exemption.text("P_19A") != null) {
            return new Exemption(Exemption.Basis.LAW, exemption.text("P_19A"));
        }
        return exemption.text("P_19B") != null
                ? new Exemption(Exemption.Basis.DIRECTIVE, exemption.text("P_19B"))
                : new Exemption(Exemption.Basis.OTHER, exemption.text("P_19C"));
    }

    private static String transport(XmlElement vehicle) {
        return TRANSPORT.stream().map(vehicle::text).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static @Nullable Margin margin(XmlElement margin) {
        if (yes(margin, "P_PMarzy_2")) {
            return Margin.TRAVEL;
        }
        if (yes(margin, "P_PMarzy_3_1")) {
            return Margin.USED_GOODS;
        }
        if (yes(margin, "P_PMarzy_3_2")) {
            return Margin.ART;
        }
        return yes(margin, "P_PMarzy_3_3") ? Margin.ANTIQUES : null;
    }

    private Correction correction() {
        String effect = fa.text("TypKorekty");
        XmlElement seller = fa.first("Podmiot1K");
        return new Correction(
                fa.text("PrzyczynaKorekty"),
                effect == null ? null : EFFECTS.get(effect),
                fa.text("OkresFaKorygowanej"),
                fa.text("NrFaKorygowany"),
                seller.exists() ? FaParties.before(seller, Role.SELLER) : null,
                fa.all("Podmiot2K").stream()
                        .map(buyer -> FaParties.before(buyer, Role.BUYER))
                        .toList(),
                fa.money("P_15ZK", currency),
                fa.decimal("KursWalutyZK"));
    }

    private @Nullable AdvanceOrder order() {
        XmlElement order = fa.first("Zamowienie");
        return order.exists()
                ? new AdvanceOrder(order.money("WartoscZamowienia", currency), FaLines.order(order, currency))
                : null;
    }

    private @Nullable Settlement settlement() {
        XmlElement settlement = fa.first("Rozliczenie");
        return settlement.exists()
                ? new Settlement(
                        items(settlement, "Obciazenia"),
                        settlement.money("SumaObciazen", currency),
                        items(settlement, "Odliczenia"),
                        settlement.money("SumaOdliczen", currency),
                        settlement.money("DoZaplaty", currency),
                        settlement.money("DoRozliczenia", currency))
                : null;
    }

    private List<Settlement.Item> items(XmlElement settlement, String name) {
        return settlement.all(name).stream()
                .map(item -> new Settlement.Item(item.money("Kwota", currency), item.text("Powod")))
                .toList();
    }

    private List<Detail> details() {
        return fa.all("DodatkowyOpis").stream()
                .map(detail -> new Detail(
                        detail.text("NrWiersza"),
                        Objects.requireNonNullElse(detail.text("Klucz"), ""),
                        Objects.requireNonNullElse(detail.text("Wartosc"), "")))
                .toList();
    }

    private static boolean yes(XmlElement parent, String name) {
        return "1".equals(parent.text(name));
    }
}
