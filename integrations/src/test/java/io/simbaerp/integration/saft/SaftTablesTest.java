package io.simbaerp.integration.saft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.ledger.foreign.ForeignBooks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a file names is told apart as the file does, and no file makes more of itself than it is. */
class SaftTablesTest {

    @Test
    void partnersAreTheSameOnlyByATaxIdOrByTheirNumber() {
        String masters = partner("Customer", "1", "Hansen", "0", "-")
                + partner("Customer", "2", "HANSEN", "000 000 000", "1234")
                + partner("Supplier", "1", "Hansen")
                + partner("Customer", "3", "Berg", "911 111 111", "NO911111111MVA")
                + partner("Supplier", "3", "Berg AS", "NO911111111MVA", "922222222")
                + partner("Supplier", "4", "Berg", "922222222")
                + partner("Supplier", "5", "Berg");
        ForeignBooks.Tables books = read(
                masters, customer("1") + customer("2") + customer("3") + supplier("4") + supplier("5") + supplier("1"));
        assertThat(books.masters().partners())
                .extracting(one -> one.name() + " " + one.taxIds() + one.supplier() + one.customer())
                .containsExactly(
                        "Hansen []truetrue",
                        "HANSEN (2) []falsetrue",
                        "Berg [911111111, NO911111111MVA, 922222222]truetrue",
                        "Berg (5) []truefalse");
        assertThat(books.entries().lines().skip(1))
                .extracting(line -> line.split(";")[11])
                .containsExactly("Hansen", "HANSEN (2)", "911111111", "911111111", "Berg (5)", "Hansen");
    }

    @Test
    void typesOfAnalysisStayApart() {
        List<String> types =
                List.of("K-1", "K 1", "a very long type of analysis", "a very long type of tests", "7", "k-1");
        ForeignBooks.Tables books = read(
                types.stream().map(type -> value(type, "1")).collect(Collectors.joining()) + value("K-1", "1"),
                line(analysis("K 1", "x") + analysis("K-1", "y")));
        assertThat(books.masters().values())
                .extracting(ForeignBooks.Value::axis)
                .containsExactly("K_1", "K_1_2", "A_VERY_LONG_TYPE_OF_", "A_VERY_LONG_TYPE_O_2", "X7", "K_1_3");
        assertThat(books.entries()).contains("dimension:K_1;dimension:K_1_2\n").endsWith(";y;x\n");
    }

    @Test
    void refusesMoreThanBooksHoldAndCodesThatAreNone() {
        String much = times(1001, at -> analysis("A", "v" + at));
        String axes = times(21, at -> line(analysis("T" + at, "v")));
        String codes = times(101, at -> line("<TaxInformation><TaxCode>c" + at + "</TaxCode></TaxInformation>"));
        String text = "<Description>" + "x".repeat(3900) + "</Description>";
        for (String lines : List.of(line(much), axes, codes, text + times(300, at -> line("")))) {
            refuses("", lines);
        }
        for (String masters : List.of(
                times(21, at -> value("T" + at, "v")),
                code("3", "2020-01-02", "2020-01-01"),
                code("", "2020-01-01", ""))) {
            refuses(masters, "");
        }
        String fitting = line(times(1000, at -> analysis("A", "v")));
        assertThat(read(times(20, at -> value("T" + at, "v")) + code("3", "2020-01-01", "2020-01-01"), "")
                        .masters()
                        .taxCodes())
                .hasSize(1);
        assertThat(read("", fitting + times(19, at -> line(analysis("T" + at, "v"))))
                        .entries())
                .contains("dimension:T18");
    }

    private static void refuses(String masters, String lines) {
        assertThatThrownBy(() -> read(masters, lines)).hasMessageContaining("foreign-books.file-unreadable");
    }

    private static ForeignBooks.Tables read(String masters, String lines) {
        String file = "<AuditFile><MasterFiles>" + masters + "</MasterFiles><GeneralLedgerEntries><Transaction>"
                + "<TransactionID>1</TransactionID>" + lines + "</Transaction></GeneralLedgerEntries></AuditFile>";
        return new SaftBooks().read(file.getBytes(StandardCharsets.UTF_8), "GJ").orElseThrow();
    }

    private static String times(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
    }

    private static String partner(String kind, String number, String name, String... taxIds) {
        String ids = List.of(taxIds).stream()
                .map(id ->
                        "<TaxRegistration><TaxRegistrationNumber>" + id + "</TaxRegistrationNumber></TaxRegistration>")
                .collect(Collectors.joining());
        return "<" + kind + "><Name>" + name + "</Name>" + ids + "<" + kind + "ID>" + number + "</" + kind + "ID></"
                + kind + ">";
    }

    private static String customer(String number) {
        return line("<CustomerID>" + number + "</CustomerID>");
    }

    private static String supplier(String number) {
        return line("<SupplierID>" + number + "</SupplierID>");
    }

    private static String line(String inside) {
        return "<Line><AccountID>1</AccountID>" + inside + "<DebitAmount><Amount>5</Amount></DebitAmount></Line>";
    }

    private static String analysis(String type, String value) {
        return "<Analysis><AnalysisType>" + type + "</AnalysisType><AnalysisID>" + value + "</AnalysisID></Analysis>";
    }

    private static String value(String type, String number) {
        return "<AnalysisTypeTableEntry><AnalysisType>" + type + "</AnalysisType><AnalysisID>" + number
                + "</AnalysisID></AnalysisTypeTableEntry>";
    }

    private static String code(String code, String from, String to) {
        return "<TaxTableEntry><TaxCodeDetails><TaxCode>" + code + "</TaxCode><EffectiveDate>" + from
                + "</EffectiveDate><ExpirationDate>" + to + "</ExpirationDate></TaxCodeDetails></TaxTableEntry>";
    }
}
