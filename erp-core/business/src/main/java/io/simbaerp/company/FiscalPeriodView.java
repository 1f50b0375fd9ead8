package io.simbaerp.company;

import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A fiscal period as entries name it.
 *
 * @param code such as {@code 2026-11}
 * @param yearCode the fiscal year's code, such as {@code 2026}
 * @param closing whether it lies over the last day of its year, for closing entries
 * @param yearLocked whether its year is locked for good
 * @param booksClosed whether the company keeps no books any more
 * @param whole how far it is locked as a whole
 * @param areas how far each area is locked besides
 */
public record FiscalPeriodView(
        UUID id,
        String code,
        String yearCode,
        int number,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean closing,
        boolean yearLocked,
        boolean booksClosed,
        LockLevel whole,
        Map<LockArea, LockLevel> areas) {

    /** Whether it is open as a whole. */
    public boolean open() {
        return whole == LockLevel.OPEN;
    }

    /** Whether everybody may post into this area of it. */
    public boolean openFor(LockArea area) {
        return level(area) == LockLevel.OPEN;
    }

    /** How far an area is locked; the VAT register follows its own lock alone, closed books close all. */
    public LockLevel level(LockArea area) {
        if (booksClosed) {
            return LockLevel.CLOSED;
        }
        LockLevel own = areas.getOrDefault(area, LockLevel.OPEN);
        return area == LockArea.VAT ? own : own.or(whole);
    }
}
