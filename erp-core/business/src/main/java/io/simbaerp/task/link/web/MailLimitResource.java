package io.simbaerp.task.link.web;

import io.simbaerp.money.Money;
import io.simbaerp.task.link.MailLimit;
import io.simbaerp.task.link.SetMailLimit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Up to which amount links in mail decide, for programs. */
@RestController
@RequestMapping("/api/v1/mail-limit")
class MailLimitResource {

    private final MailLimit limit;
    private final SetMailLimit set;

    MailLimitResource(MailLimit limit, SetMailLimit set) {
        this.limit = limit;
        this.set = set;
    }

    /** In the company's currency. */
    record LimitJson(@Nullable BigDecimal amount) {}

    @GetMapping
    Money get() {
        return limit.get();
    }

    @PutMapping
    Money set(@RequestBody LimitJson entered) {
        set.set(entered.amount());
        return limit.get();
    }
}
