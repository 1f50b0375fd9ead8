package io.simbaerp.reporting.statement;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.Side;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The markers of JPK_KR_PD that follow from an account's place in Annex 1, for accounts that carry none. */
@Component
public class AnnexMarkers {

    private static final String RESOURCE = "/reporting/jpk-markers.csv";
    private static final String OTHERS = "INNE";

    /** The marker of the normal side, and that of the other side where it is another one. */
    public record Pair(@Nullable String first, @Nullable String second) {}

    private final Layout layout = Layout.read("pl");
    private final Map<String, Pair> bySide = new HashMap<>();

    AnnexMarkers() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(AnnexMarkers.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(reader)) {
                bySide.put(row.get("part") + row.get("code"), new Pair(row.get("debit"), row.get("credit")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** What is off the balance sheet is marked as other; an account without a place has no marker. */
    public Pair of(AccountView account) {
        if (account.type() == AccountType.OFF_BALANCE) {
            return new Pair(OTHERS, null);
        }
        String first = marker(account, account.normalSide());
        String second = marker(account, account.normalSide() == Side.DEBIT ? Side.CREDIT : Side.DEBIT);
        boolean sameKind = !isApart(account);
        return new Pair(first, first == null || sameKind || Objects.equals(first, second) ? null : second);
    }

    /** Whether its two sides stand in different places. */
    private boolean isApart(AccountView account) {
        return !Objects.equals(layout.placeOf(account, Side.DEBIT), layout.placeOf(account, Side.CREDIT));
    }

    private @Nullable String marker(AccountView account, Side side) {
        Layout.Position place = layout.placeOf(account, side);
        Pair pair = place == null ? null : bySide.get(place.part() + place.code());
        return pair == null ? null : side == Side.DEBIT ? pair.first() : pair.second();
    }
}
