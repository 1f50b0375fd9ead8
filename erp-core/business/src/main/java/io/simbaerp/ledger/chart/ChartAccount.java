package io.simbaerp.ledger.chart;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.Side;
import org.jspecify.annotations.Nullable;

/**
 * An account as a chart from outside has it.
 *
 * @param line where it stands in the file, as far as the format has lines or an order
 * @param type nothing where the chart says none
 * @param side nothing for the usual side of the type
 * @param category what the chart itself calls its kind
 */
record ChartAccount(
        int line,
        String code,
        String nameEn,
        String namePl,
        @Nullable AccountType type,
        @Nullable Side side,
        @Nullable String parent,
        @Nullable String control,
        boolean costCentreRequired,
        boolean postable,
        @Nullable String currency,
        @Nullable String category,
        Markers markers) {

    /** Markers of JPK_KR_PD: S_12_1, S_12_2, S_12_3. */
    record Markers(
            @Nullable String first,
            @Nullable String second,
            @Nullable String tax) {

        static final Markers NONE = new Markers(null, null, null);
    }

    /** One with a single name, as most charts have it. */
    static ChartAccount of(
            int line, String code, String name, @Nullable String category, @Nullable String parent, boolean postable) {
        String called = name.isBlank() ? code : name.strip();
        return new ChartAccount(
                line,
                code,
                called,
                called,
                Categories.type(category),
                null,
                parent,
                null,
                false,
                postable,
                null,
                category,
                Markers.NONE);
    }

    ChartAccount contra() {
        AccountType own = type;
        return with(own, own == null ? null : Categories.side(own).opposite(), parent, control, postable);
    }

    ChartAccount controlling(@Nullable String kind) {
        return with(type, side, parent, kind, postable);
    }

    ChartAccount below(String other) {
        return with(type, side, other, control, postable);
    }

    ChartAccount typed(@Nullable AccountType other) {
        return with(other, side, parent, control, postable);
    }

    /** With others below it, it only sums up. */
    ChartAccount heading() {
        return with(type, side, parent, null, false);
    }

    private ChartAccount with(
            @Nullable AccountType otherType,
            @Nullable Side otherSide,
            @Nullable String otherParent,
            @Nullable String otherControl,
            boolean takesPostings) {
        return new ChartAccount(
                line,
                code,
                nameEn,
                namePl,
                otherType,
                otherSide,
                otherParent,
                otherControl,
                costCentreRequired,
                takesPostings,
                currency,
                category,
                markers);
    }
}
