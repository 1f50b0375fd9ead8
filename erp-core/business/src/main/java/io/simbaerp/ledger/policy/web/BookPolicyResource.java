package io.simbaerp.ledger.policy.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.policy.BookPolicies;
import io.simbaerp.ledger.policy.BookingDay;
import io.simbaerp.ledger.policy.SetBookingDay;
import io.simbaerp.ledger.policy.SetEntryLimit;
import io.simbaerp.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the company says about its books, for programs. */
@RestController
@RequestMapping("/api/v1/book-policy")
class BookPolicyResource {

    private final BookPolicies policies;
    private final SetBookingDay set;
    private final SetEntryLimit setLimit;

    BookPolicyResource(BookPolicies policies, SetBookingDay set, SetEntryLimit setLimit) {
        this.setLimit = setLimit;
        this.policies = policies;
        this.set = set;
    }

    /** The policies. */
    record PolicyJson(@Nullable BookingDay bookingDay) {}

    @GetMapping
    PolicyJson policy() {
        return new PolicyJson(policies.bookingDay());
    }

    @PutMapping
    PolicyJson set(@RequestBody PolicyJson policy) {
        BookingDay day = policy.bookingDay();
        if (day == null) {
            throw RuleViolation.ofField("bookingDay", "book-policy.day-missing");
        }
        set.set(day);
        return policy();
    }

    /** Above which sum an entry made by hand needs a second person; none without an amount. */
    record LimitJson(@Nullable Money amount) {}

    @GetMapping("/entry-limit")
    LimitJson limit() {
        return new LimitJson(policies.entryLimit().orElse(null));
    }

    @PutMapping("/entry-limit")
    LimitJson limit(@RequestBody LimitJson limit) {
        setLimit.set(limit.amount());
        return limit();
    }
}
