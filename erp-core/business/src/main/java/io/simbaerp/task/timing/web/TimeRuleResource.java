package io.simbaerp.task.timing.web;

import io.simbaerp.page.Page;
import io.simbaerp.task.timing.EndTimeRule;
import io.simbaerp.task.timing.SetTimeRule;
import io.simbaerp.task.timing.TimeRule;
import io.simbaerp.task.timing.TimeRuleDraft;
import io.simbaerp.task.timing.TimeRules;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The time rules over REST. */
@RestController
@RequestMapping("/api/v1/time-rules")
class TimeRuleResource {

    private final TimeRules rules;
    private final SetTimeRule set;
    private final EndTimeRule end;

    TimeRuleResource(TimeRules rules, SetTimeRule set, EndTimeRule end) {
        this.rules = rules;
        this.set = set;
        this.end = end;
    }

    /** Those in force: a company has few. */
    @GetMapping
    Page<TimeRule> all() {
        return new Page<>(rules.inForce(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TimeRule set(@RequestBody TimeRuleDraft draft) {
        return rules.byId(set.set(draft));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        end.end(id);
    }
}
