package io.simbaerp.ledger.web;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.page.CsvTable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands the chart of accounts out, in the form it can be taken in again. */
@Controller
class ChartExportController {

    private final ChartOfAccounts accounts;

    ChartExportController(ChartOfAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/ledger/chart.csv")
    ResponseEntity<byte[]> file() {
        CsvTable table = CsvTable.withHead(
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
        accounts.all().forEach(account -> row(table, account));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("chart-of-accounts.csv")
                                .build()
                                .toString())
                .body(table.bytes());
    }

    private static void row(CsvTable table, AccountView account) {
        table.row(
                account.code(),
                account.namePl(),
                account.nameEn(),
                account.type(),
                account.normalSide(),
                account.parent(),
                account.control(),
                account.costCentreRequired() ? "yes" : "no",
                account.postable() ? "yes" : "no",
                account.currency(),
                account.category(),
                account.jpkMarker(),
                account.jpkSecondMarker(),
                account.jpkTaxMarker());
    }
}
