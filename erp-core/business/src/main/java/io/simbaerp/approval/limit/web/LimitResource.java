package io.simbaerp.approval.limit.web;

import io.simbaerp.approval.limit.RollingLimit;
import io.simbaerp.approval.limit.RollingLimitDraft;
import io.simbaerp.approval.limit.RollingLimits;
import io.simbaerp.approval.limit.SetRollingLimit;
import io.simbaerp.page.Page;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rolling limits over REST. */
@RestController
@RequestMapping("/api/v1/rolling-limits")
class LimitResource {

    private final RollingLimits limits;
    private final SetRollingLimit set;
    private final LimitEnds ends;

    LimitResource(RollingLimits limits, SetRollingLimit set, LimitEnds ends) {
        this.limits = limits;
        this.set = set;
        this.ends = ends;
    }

    /** Why a limit shall end. */
    record EndJson(@Nullable String reason) {}

    /** All of them: a company has few. */
    @GetMapping
    Page<RollingLimit> all() {
        return new Page<>(limits.all(), null);
    }

    @GetMapping("/{id}")
    RollingLimit one(@PathVariable UUID id) {
        return limits.byId(id);
    }

    @PostMapping
    ResponseEntity<RollingLimit> set(@RequestBody RollingLimitDraft draft) {
        UUID id = set.set(draft);
        return ResponseEntity.created(URI.create("/api/v1/rolling-limits/" + id))
                .body(limits.byId(id));
    }

    /** Asks that it ends; it counts until somebody else agrees. */
    @PostMapping("/{id}/end")
    RollingLimit askToEnd(@PathVariable UUID id, @RequestBody EndJson end) {
        ends.ask(id, Objects.requireNonNullElse(end.reason(), ""));
        return limits.byId(id);
    }

    @PostMapping("/{id}/end/agree")
    RollingLimit end(@PathVariable UUID id) {
        ends.agree(id);
        return limits.byId(id);
    }
}
