package io.simbaerp.company.period;

import io.simbaerp.company.FiscalPeriodView;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * A fiscal period as one of the things a posting asks for by a single statement: what is said of it in one column, beside its
 * id, code and days.
 */
public final class PeriodFact {

    private static final String BETWEEN = "\u001f";

    /** The column, of the period {@code p}, its year {@code y} and its company {@code c}. */
    public static final String SAID = "concat_ws(chr(31), y.code, p.number, p.closing, y.locked_at is not null,"
            + " c.books_closed_at is not null, p.state, p.sales_lock, p.purchases_lock, p.bank_lock, p.general_lock,"
            + " p.vat_lock)";

    private PeriodFact() {}

    /** The period of which this is said. */
    public static FiscalPeriodView of(UUID id, String code, LocalDate firstDay, LocalDate lastDay, String said) {
        String[] words = said.split(BETWEEN, -1);
        Map<LockArea, LockLevel> areas = new EnumMap<>(LockArea.class);
        areas.put(LockArea.SALES, LockLevel.valueOf(words[6]));
        areas.put(LockArea.PURCHASES, LockLevel.valueOf(words[7]));
        areas.put(LockArea.BANK, LockLevel.valueOf(words[8]));
        areas.put(LockArea.GENERAL, LockLevel.valueOf(words[9]));
        areas.put(LockArea.VAT, LockLevel.valueOf(words[10]));
        return new FiscalPeriodView(
                id,
                code,
                words[0],
                Integer.parseInt(words[1]),
                firstDay,
                lastDay,
                words[2].equals("t"),
                words[3].equals("t"),
                words[4].equals("t"),
                LockLevel.valueOf(words[5]),
                areas);
    }
}
