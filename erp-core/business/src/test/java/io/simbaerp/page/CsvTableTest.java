package io.simbaerp.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private static String written(CsvTable table) {
        return new String(table.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void writesWhatASpreadsheetOpensWithoutAsking() {
        assertThat(written(CsvTable.withHead("Konto", "Nazwa").row("402-03", "Usługi; transport")))
                .isEqualTo("\ufeffKonto;Nazwa\r\n402-03;\"Usługi; transport\"\r\n");
    }

    @Test
    void neverHandsASpreadsheetAFormula() {
        for (String hostile : List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "|x")) {
            assertThat(written(CsvTable.withHead("a").row(hostile))).contains("'" + hostile);
        }
    }

    @Test
    void leavesNegativeFiguresFigures() {
        assertThat(written(CsvTable.withHead("a").row("-1230,50", "-12.00", null)))
                .contains("-1230,50;-12.00;\r\n");
    }
}
