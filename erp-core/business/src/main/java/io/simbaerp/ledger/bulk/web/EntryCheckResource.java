package io.simbaerp.ledger.bulk.web;

import io.simbaerp.ledger.bulk.CheckEntries;
import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A file of entries in the body, judged and not kept: CSV, XLSX, or whole books of others. */
@RestController
@RequestMapping("/api/v1/journal-entries/check")
class EntryCheckResource {

    private final CheckEntries checkEntries;
    private final RuleTexts texts;

    EntryCheckResource(CheckEntries checkEntries, RuleTexts texts) {
        this.checkEntries = checkEntries;
        this.texts = texts;
    }

    /** A refusal and its sentence. */
    record RefusedJson(
            int row, @Nullable String key, @Nullable String field, String rule, String detail) {}

    /** What uploading the file would do. */
    record CheckedJson(int entries, int sound, Money debits, Money credits, int repeated, List<RefusedJson> refused) {}

    @PostMapping
    CheckedJson check(@RequestBody(required = false) byte @Nullable [] file) {
        CheckEntries.Checked checked = checkEntries.check(file == null ? new byte[0] : file);
        return new CheckedJson(
                checked.entries(),
                checked.sound(),
                checked.debits(),
                checked.credits(),
                checked.repeated(),
                checked.refused().stream()
                        .map(one -> new RefusedJson(
                                one.row(), one.key(), one.field(), one.rule(), texts.rule(one.rule(), one.args())))
                        .toList());
    }
}
