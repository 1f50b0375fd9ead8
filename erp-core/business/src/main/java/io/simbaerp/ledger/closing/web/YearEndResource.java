package io.simbaerp.ledger.closing.web;

import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.closing.CloseYear;
import io.simbaerp.ledger.closing.YearEnd;
import io.simbaerp.ledger.closing.YearEndView;
import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Closing a year, for programs. */
@RestController
@RequestMapping("/api/v1/fiscal-years/{code}/closing")
class YearEndResource {

    private final YearEnd yearEnd;
    private final CloseYear close;
    private final RuleTexts texts;

    YearEndResource(YearEnd yearEnd, CloseYear close, RuleTexts texts) {
        this.yearEnd = yearEnd;
        this.close = close;
        this.texts = texts;
    }

    /** Why it is closed in spite of findings. */
    record CloseJson(@Nullable String reason) {}

    /** What a check found. */
    record FindingJson(String rule, boolean blocking, String text) {}

    /** A line of the closing entry. */
    record LineJson(
            String account, @Nullable Money debit, @Nullable Money credit) {

        static LineJson of(LineDraft line) {
            return new LineJson(
                    line.account(),
                    line.side() == Side.DEBIT ? line.amount() : null,
                    line.side() == Side.CREDIT ? line.amount() : null);
        }
    }

    /** A balance that goes on into the next year. */
    record CarriedJson(String account, Money balance) {}

    /** How far the year is closed. */
    record ClosingJson(
            String year,
            String period,
            List<FindingJson> findings,
            Money result,
            List<LineJson> entry,
            List<UUID> closingEntries,
            List<CarriedJson> carried,
            @Nullable String nextYear) {}

    /** The entry that was posted. */
    record PostedJson(UUID journalEntryId) {}

    @GetMapping
    ClosingJson preview(@PathVariable String code) {
        YearEndView view = yearEnd.of(code);
        return new ClosingJson(
                view.year().code(),
                view.period(),
                view.findings().stream()
                        .map(one -> new FindingJson(
                                one.rule(), one.blocking(), texts.rule("year-end." + one.rule(), one.args())))
                        .toList(),
                view.result(),
                view.entry() == null
                        ? List.of()
                        : view.entry().lines().stream().map(LineJson::of).toList(),
                view.closings().stream()
                        .map(JournalEntryDetails.Reference::id)
                        .map(JournalEntryId::value)
                        .toList(),
                view.carried().stream()
                        .map(one -> new CarriedJson(one.account(), one.balance()))
                        .toList(),
                view.nextYear());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PostedJson close(@PathVariable String code, @RequestBody CloseJson wanted) {
        return new PostedJson(close.close(
                        code,
                        texts.message("year-end.narration", List.of(code)),
                        Objects.requireNonNullElse(wanted.reason(), "").strip())
                .value());
    }
}
