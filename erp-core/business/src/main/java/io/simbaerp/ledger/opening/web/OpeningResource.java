package io.simbaerp.ledger.opening.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.opening.OpeningFile;
import io.simbaerp.ledger.opening.OpeningPlan;
import io.simbaerp.ledger.opening.PostOpeningBalances;
import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening balances for programs: the table as text in the body. */
@RestController
@RequestMapping("/api/v1/opening-balances")
class OpeningResource {

    private final PostOpeningBalances post;
    private final PostOpeningBalances.Preview preview;
    private final OpeningFile files;
    private final Permission permission;
    private final RuleTexts texts;

    OpeningResource(
            PostOpeningBalances post,
            PostOpeningBalances.Preview preview,
            OpeningFile files,
            Permission permission,
            RuleTexts texts) {
        this.permission = permission;
        this.files = files;
        this.post = post;
        this.preview = preview;
        this.texts = texts;
    }

    /** What is wrong with a row. */
    record ProblemJson(int line, String field, String rule, String text) {}

    /** What the table would become. */
    record PlanJson(int rows, int openItems, Money debit, Money credit, List<ProblemJson> problems) {}

    /** The entry that was posted. */
    record PostedJson(UUID journalEntryId) {}

    @PostMapping("/preview")
    PlanJson preview(@RequestParam String period, @RequestBody(required = false) byte @Nullable [] table) {
        OpeningPlan plan = preview.plan(text(table), period, narration(period));
        return new PlanJson(
                plan.rows(),
                plan.items(),
                plan.debit(),
                plan.credit(),
                plan.problems().stream()
                        .map(one -> new ProblemJson(
                                one.line(), one.field(), one.rule(), texts.rule(one.rule(), one.args())))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PostedJson post(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam String period,
            @RequestBody(required = false) byte @Nullable [] table) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw RuleViolation.ofField("Idempotency-Key", "journal-entry.key-missing");
        }
        return new PostedJson(post.post(text(table), period, narration(period), "rest " + key.strip())
                .value());
    }

    /** Foreign books are read only for who may post them. */
    private String text(byte @Nullable [] table) {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        return table == null ? "" : files.opening(table);
    }

    private String narration(String period) {
        return texts.message("opening.narration", List.of(period));
    }
}
