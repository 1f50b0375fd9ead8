package io.simbaerp.ledger.assertion.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.assertion.AssertBalance;
import io.simbaerp.ledger.assertion.BalanceAssertions;
import io.simbaerp.ledger.assertion.CheckAssertions;
import io.simbaerp.ledger.assertion.WithdrawAssertion;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is asserted of balances, for programs. */
@RestController
@RequestMapping("/api/v1/balance-assertions")
class AssertionResource {

    private static final int MOST = 200;

    private final BalanceAssertions assertions;
    private final AssertBalance say;
    private final CheckAssertions check;
    private final WithdrawAssertion withdraw;

    AssertionResource(
            BalanceAssertions assertions, AssertBalance say, CheckAssertions check, WithdrawAssertion withdraw) {
        this.assertions = assertions;
        this.say = say;
        this.check = check;
        this.withdraw = withdraw;
    }

    /** What is asserted: debit less credit at the end of the day. */
    record SayJson(
            @Nullable String account,
            @Nullable LocalDate day,
            @Nullable Money balance,
            @Nullable String source) {}

    /** Why one is withdrawn. */
    record WithdrawJson(@Nullable String reason) {}

    /** How many of the checked ones fail. */
    record CheckedJson(int failing) {}

    /** An assertion and what its last check found. */
    record AssertionJson(
            UUID id,
            String account,
            LocalDate day,
            Money balance,
            @Nullable String source,
            @Nullable Money actual,
            @Nullable Instant checkedAt,
            boolean holds,
            Instant recordedAt,
            String recordedBy,
            @Nullable String withdrawnFor) {

        static AssertionJson of(BalanceAssertions.AssertionView view) {
            return new AssertionJson(
                    view.id(),
                    view.account(),
                    view.day(),
                    view.balance(),
                    view.source(),
                    view.actual(),
                    view.checkedAt(),
                    view.holds(),
                    view.recordedAt(),
                    view.recordedBy(),
                    view.withdrawnFor());
        }
    }

    @GetMapping
    Page<AssertionJson> list(
            @RequestParam(defaultValue = "STANDING") BalanceAssertions.Which state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.max(1, Math.min(limit, MOST));
        return Page.cut(
                assertions.list(state, after, size + 1).stream()
                        .map(AssertionJson::of)
                        .toList(),
                size,
                one -> one.id().toString());
    }

    @GetMapping("/{id}")
    AssertionJson one(@PathVariable UUID id) {
        return AssertionJson.of(assertions.byId(id).orElseThrow(() -> new NotFound("balance-assertion", id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AssertionJson say(@RequestBody SayJson wanted) {
        if (wanted.day() == null || wanted.balance() == null) {
            throw RuleViolation.ofField(wanted.day() == null ? "day" : "balance", "assertion.incomplete");
        }
        return one(say.say(
                Objects.requireNonNullElse(wanted.account(), ""), wanted.day(), wanted.balance(), wanted.source()));
    }

    @PostMapping("/check")
    CheckedJson check() {
        return new CheckedJson(check.check(Duration.ZERO));
    }

    @PostMapping("/{id}/withdrawal")
    AssertionJson withdraw(@PathVariable UUID id, @RequestBody WithdrawJson wanted) {
        withdraw.withdraw(id, Objects.requireNonNullElse(wanted.reason(), ""));
        return one(id);
    }
}
