package io.simbaerp.ledger.web;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.page.CsvTable;
import io.simbaerp.page.list.XlsxFile;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands the chart of accounts out as a table or a spreadsheet, in the form it can be taken in again. */
@Controller
class ChartExportController {

    private static final List<String> COLUMNS = List.of(
            "code",
            "name_pl",
            "name_en",
            "type",
            "side",
            "parent",
            "control",
            "cost_centre",
            "postable",
            "currency",
            "category",
            "marker",
            "second_marker",
            "tax_marker");

    private final ChartOfAccounts accounts;

    ChartExportController(ChartOfAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/ledger/chart.csv")
    ResponseEntity<byte[]> table() {
        CsvTable table = CsvTable.withHead(COLUMNS.toArray(String[]::new));
        accounts.all().forEach(account -> table.row(cells(account)));
        return file("csv", "text/csv;charset=UTF-8", table.bytes());
    }

    @GetMapping("/ledger/chart.xlsx")
    ResponseEntity<byte[]> sheet() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxFile sheet = new XlsxFile(out, "chart");
        sheet.begin(COLUMNS);
        accounts.all().forEach(account -> sheet.row(Arrays.asList(cells(account))));
        sheet.end();
        return file("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
    }

    private static ResponseEntity<byte[]> file(String ending, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("chart-of-accounts." + ending)
                                .build()
                                .toString())
                .body(content);
    }

    private static @Nullable Object[] cells(AccountView account) {
        return new @Nullable Object[] {
            account.code(),
            account.namePl(),
            account.nameEn(),
            account.type().name(),
            account.normalSide().name(),
            account.parent(),
            account.control(),
            account.costCentreRequired() ? "yes" : "no",
            account.postable() ? "yes" : "no",
            account.currency(),
            account.category(),
            account.jpkMarker(),
            account.jpkSecondMarker(),
            account.jpkTaxMarker()
        };
    }
}
