package io.simbaerp.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Purchases of a trading firm over months, and how its accountant codes them: recurring bills, mixed baskets, order numbers
 * and months in the texts, a supplier that is coded otherwise from some month on, cost centres nobody can foresee, and now
 * and then a slip. The same seed makes the same past.
 */
public final class CodingPast {

    private static final Locale POLISH = Locale.forLanguageTag("pl");

    /** An invoice to come. */
    public record Bill(
            String supplier, String taxId, String country, String number, LocalDate issued, List<Item> items) {}

    /** A line of it, and where the accountant puts it. */
    public record Item(
            String text,
            @Nullable String item,
            String category,
            String rate,
            BigDecimal net,
            String account,
            @Nullable String costCentre,
            String taxCode) {}

    private final Random random;
    private final List<Bill> bills = new ArrayList<>();

    private CodingPast(long seed) {
        this.random = new Random(seed);
    }

    /** The bills of so many months up to November 2026, by day. */
    public static List<Bill> of(long seed, int months) {
        CodingPast past = new CodingPast(seed);
        for (int back = months - 1; back >= 0; back--) {
            past.month(YearMonth.of(2026, 11).minusMonths(back));
        }
        return past.bills.stream().sorted(Comparator.comparing(Bill::issued)).toList();
    }

    private void month(YearMonth month) {
        String in = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, POLISH) + " " + month.getYear();
        bill("Elektrownia Nadbrzeże S.A.", "9991000001", month, items -> {
            add(items, "Energia elektryczna czynna, " + in + ", PPE " + digits(18), "401-03", "320", "Z23");
            add(items, "Opłata dystrybucyjna zmienna " + in, "402-11", "320", "Z23");
        });
        bill("Telefonia Falista Sp. z o.o.", "9991000002", month, items -> {
            add(items, "Abonament głosowy " + in, "402-06", "100", "Z23");
            add(items, "Internet światłowód serwerownia " + month, "402-06", "400", "Z23");
        });
        bill("Magazyny Przy Molo Sp. z o.o.", "9991000003", month, items -> {
            add(items, "Czynsz najmu hali za " + in, "402-01", "320", "Z23");
            item(items, "Refaktura: woda i ścieki " + in, null, "S", "8", "401-04", "320", "Z8");
        });
        bill(
                "Kancelaria Rejent i Wspólnicy",
                "9991000004",
                month,
                items -> add(items, "Stała obsługa prawna - " + in, "402-08", "100", "Z23"));
        bill(
                "Czysty Port Sp. z o.o.",
                "9991000005",
                month,
                items -> add(
                        items,
                        "Sprzątanie biur i magazynu " + in,
                        month.isBefore(YearMonth.of(2026, 4)) ? "402-90" : "402-13",
                        "100",
                        "Z23"));
        bill("Chmurnik Ireland Ltd", "IE9991000AB", month, items -> {
            item(items, "Office suite, " + 12 + " users, " + month, null, "AE", "0", "402-16", "400", "IU23");
            item(items, "Backup storage " + digits(3) + " GB", null, "AE", "0", "402-16", "400", "IU23");
        });
        for (int week = 0; week < 3; week++) {
            fuel(month);
            freight(month, week);
        }
        office(month);
        garage(month);
        training(month);
    }

    private void fuel(YearMonth month) {
        bill("Stacja Paliw Latarnia", "9991000006", month, items -> {
            if (random.nextInt(3) > 0) {
                add(items, "Olej napędowy B7 ciągnik GA " + digits(5), "401-02", "310", "Z23");
            }
            if (random.nextInt(3) > 0) {
                add(items, "Benzyna 95 samochód osobowy GDA " + digits(4), "401-02", "200", "Z23-50");
            }
            if (random.nextInt(4) == 0 || items.isEmpty()) {
                add(items, "Myjnia program " + (1 + random.nextInt(4)), "402-90", "200", "Z23-50");
            }
        });
    }

    private void freight(YearMonth month, int carrier) {
        String[] cities = {"Poznań", "Łódź", "Kraków", "Wrocław", "Radom"};
        bill("Przewoźnik Fala " + (carrier + 1), "999100001" + carrier, month, items -> {
            for (int run = 0; run <= random.nextInt(3); run++) {
                add(
                        items,
                        "Fracht Gdynia - " + cities[random.nextInt(cities.length)] + ", zlecenie TR/" + digits(4),
                        "402-03",
                        "310",
                        "Z23");
            }
            if (random.nextInt(4) == 0) {
                add(items, "Postój ponad limit, " + (2 + random.nextInt(9)) + " h", "402-03", "310", "Z23");
            }
        });
    }

    private void office(YearMonth month) {
        String[][] goods = {
            {"PAP-80", "Papier ksero A4 80 g ryza", "401-01", "100"},
            {"DLU-01", "Długopis niebieski", "401-01", "100"},
            {"SEG-75", "Segregator 75 mm mix kolorów", "401-01", "100"},
            {"TON-HP", "Toner zamiennik czarny", "401-01", "400"},
            {"MYD-5L", "Mydło w płynie kanister", "401-06", "320"},
            {"REC-ZZ", "Ręcznik papierowy składany", "401-06", "320"},
            {"MYS-BT", "Mysz bezprzewodowa", "401-05", "400"},
            {"KRZ-OB", "Krzesło obrotowe", "401-05", "100"},
            {"KAW-1K", "Kawa ziarnista", "401-90", "100"},
            {"WOD-19", "Woda źródlana butla", "401-90", "100"}
        };
        bill("Biuromania Hurt Sp. z o.o.", "9991000007", month, items -> {
            for (int n = 0; n < 2 + random.nextInt(4); n++) {
                String[] one = goods[random.nextInt(goods.length)];
                item(items, one[1] + " x" + (1 + random.nextInt(20)), one[0], "S", "23", one[2], one[3], "Z23");
            }
        });
    }

    private void garage(YearMonth month) {
        bill("Warsztat Kotwica", "9991000008", month, items -> {
            add(items, "Robocizna wg zlecenia " + digits(6), "402-10", "310", "Z23");
            add(items, "Części: filtr, klocki, olej (" + digits(3) + ")", "401-07", "310", "Z23");
        });
    }

    private void training(YearMonth month) {
        String[] centres = {"100", "200", "310", "400"};
        bill(
                "Akademia Kompas",
                "9991000009",
                month,
                items -> item(
                        items,
                        "Szkolenie otwarte, uczestnik nr " + digits(3),
                        null,
                        "E",
                        "0",
                        "402-14",
                        centres[random.nextInt(centres.length)],
                        "ZW"));
    }

    private void bill(String supplier, String taxId, YearMonth month, Consumer<List<Item>> lines) {
        List<Item> items = new ArrayList<>();
        lines.accept(items);
        LocalDate day = month.atDay(1 + random.nextInt(month.equals(YearMonth.of(2026, 11)) ? 15 : 28));
        String number = "FV/" + digits(5) + "/" + month.getMonthValue() + "/" + month.getYear();
        bills.add(new Bill(supplier, taxId, taxId.startsWith("IE") ? "IE" : "PL", number, day, items));
    }

    private void add(List<Item> items, String text, String account, String costCentre, String taxCode) {
        item(items, text, null, "S", "23", account, costCentre, taxCode);
    }

    /** One line in forty goes where it does not belong. */
    private void item(
            List<Item> items,
            String text,
            @Nullable String number,
            String category,
            String rate,
            String account,
            String costCentre,
            String taxCode) {
        boolean slip = random.nextInt(40) == 0;
        BigDecimal net = BigDecimal.valueOf(1_000 + random.nextInt(400_000), 2);
        items.add(new Item(text, number, category, rate, net, slip ? "402-90" : account, costCentre, taxCode));
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(String.valueOf(1 + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
