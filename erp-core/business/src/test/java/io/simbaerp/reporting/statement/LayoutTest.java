package io.simbaerp.reporting.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.Side;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every account of our charts lands exactly once in the layout made for it. */
class LayoutTest {

    @ParameterizedTest
    @ValueSource(strings = {"pl", "ifrs"})
    void everyAccountOfOurChartLandsExactlyOnceOnEitherSide(String name) {
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
    void everyCounterAccountOfOurChartHasOnePlaceForReceiptsAndOneForPayments(String name) {
        Layout layout = Layout.read(name);
        assertThat(layout.misplacedFlows(chart(name)).stream()
                        .map(one -> one.account().code() + " " + one.positions()))
                .isEmpty();
        assertThat(layout.flowOf(account("zzz", AccountType.ASSET), Side.DEBIT).code())
                .isEqualTo("N");
    }

    @Test
    void anAccountOfAnotherChartFlowsWhereItsMarkerSays() {
        Layout layout = Layout.read("pl");
        AccountView machines = account("zzz", AccountType.ASSET, "BAAII1c_W");
        assertThat(layout.flowOf(machines, Side.DEBIT).code()).isEqualTo("B.II.1");
        assertThat(layout.flowOf(machines, Side.CREDIT).code()).isEqualTo("B.I.1");
        assertThat(layout.flowOf(account("zzz", AccountType.LIABILITY, "BPBIII3d_D12"), Side.DEBIT)
                        .code())
                .isEqualTo("A.II.1");
        for (CSVRecord row : rows("/reporting/jpk-markers.csv")) {
            if (!row.get("code").startsWith("B.III.1.c")) {
                for (String marker : List.of(row.get("debit"), row.get("credit"))) {
                    for (Side side : Side.values()) {
                        assertThat(layout.flowsOf(account("zzz", AccountType.ASSET, marker), side))
                                .as(marker + " " + side)
                                .hasSize(1);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "ifrs"})
    void everyBeginningOfALayoutMeansAnAccountOfItsChart(String name) {
        List<AccountView> chart = chart(name);
        for (Layout.Position position : Layout.read(name).positions()) {
            for (String selector :
                    position.isFormula() ? new String[0] : position.rule().split(" ")) {
                String begin = selector.replaceAll("[+-]$", "");
                if (!begin.isEmpty() && !begin.startsWith("@") && !begin.startsWith("#")) {
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

    private static List<AccountView> chart(String name) {
        List<CSVRecord> rows = rows("/ledger/chart-of-accounts-" + name + ".csv");
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

    private static List<CSVRecord> rows(String resource) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LayoutTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(';')
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static AccountView account(String code, AccountType type) {
        return account(code, type, null);
    }

    private static AccountView account(String code, AccountType type, @Nullable String marker) {
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
                marker,
                null,
                null,
                null,
                0);
    }
}
