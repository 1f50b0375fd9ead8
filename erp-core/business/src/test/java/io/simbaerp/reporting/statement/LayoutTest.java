package io.simbaerp.reporting.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.Side;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every account of our charts lands exactly once in the layout made for it. */
class LayoutTest {

    @ParameterizedTest
    @ValueSource(strings = {"pl", "ifrs"})
    void everyAccountOfOurChartLandsExactlyOnceOnEitherSide(String name) throws Exception {
        List<AccountView> chart = chart(name);
        assertThat(chart).hasSizeGreaterThan(60);
        Layout layout = Layout.read(name);
        assertThat(layout.misplaced(chart).stream().map(one -> one.account().code() + " " + one.positions()))
                .isEmpty();
        assertThat(layout.placeOf(account("0", AccountType.OFF_BALANCE), Side.DEBIT))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "ifrs"})
    void everyBeginningOfALayoutMeansAnAccountOfItsChart(String name) throws Exception {
        List<AccountView> chart = chart(name);
        for (Layout.Position position : Layout.read(name).positions()) {
            for (String selector :
                    position.isFormula() ? new String[0] : position.rule().split(" ")) {
                String begin = selector.replaceAll("[+-]$", "");
                if (!begin.isEmpty() && !begin.startsWith("@")) {
                    assertThat(chart.stream().map(AccountView::code))
                            .as(position.code() + " " + selector)
                            .anyMatch(code -> code.startsWith(begin));
                }
            }
        }
    }

    @Test
    void positionsAreNamedInBothLanguagesAndOnce() {
        for (String name : Layout.NAMES) {
            List<Layout.Position> positions = Layout.read(name).positions();
            assertThat(positions)
                    .allMatch(position ->
                            !position.namePl().isBlank() && !position.nameEn().isBlank());
            assertThat(positions.stream().map(position -> position.part() + position.code()))
                    .doesNotHaveDuplicates();
            assertThat(positions.stream().filter(Layout.Position::takesTheResult))
                    .hasSize(1);
        }
        assertThat(Layout.read("pl").positions()).hasSizeGreaterThan(190);
    }

    @Test
    void anAccountOfItsOwnIsFoundMisplaced() {
        Layout layout =
                new Layout("own", List.of(position("A", "10 20+"), position("B", "10 20-"), position("C", "101+")));
        List<Layout.Misplaced> misplaced = layout.misplaced(List.of(
                account("101", AccountType.ASSET),
                account("200", AccountType.ASSET),
                account("300", AccountType.ASSET)));
        assertThat(misplaced.stream()
                        .collect(Collectors.toMap(one -> one.account().code(), one -> one.positions()
                                .size())))
                .containsEntry("101", 2)
                .containsEntry("300", 0)
                .hasSize(2);
    }

    private static Layout.Position position(String code, String rule) {
        return new Layout.Position(Layout.Part.ASSETS, code, Side.DEBIT, code, code, rule);
    }

    private static List<AccountView> chart(String name) throws Exception {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        LayoutTest.class.getResourceAsStream("/ledger/chart-of-accounts-" + name + ".csv")),
                StandardCharsets.UTF_8)) {
            List<CSVRecord> rows = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(';')
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
            List<AccountView> accounts = new ArrayList<>();
            for (CSVRecord row : rows) {
                String code = row.get("code");
                boolean heading = row.isMapped("postable")
                        ? row.get("postable").equals("no")
                        : rows.stream().anyMatch(other -> other.get("code").startsWith(code + "-"));
                if (!heading) {
                    accounts.add(account(code, AccountType.valueOf(row.get("type"))));
                }
            }
            return accounts;
        }
    }

    private static AccountView account(String code, AccountType type) {
        return new AccountView(
                UUID.randomUUID(),
                code,
                code,
                code,
                type,
                Side.DEBIT,
                null,
                null,
                false,
                true,
                LocalDate.EPOCH,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                0);
    }
}
