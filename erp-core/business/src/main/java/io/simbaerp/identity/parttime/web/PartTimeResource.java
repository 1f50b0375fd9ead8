package io.simbaerp.identity.parttime.web;

import io.simbaerp.identity.parttime.EndPartTime;
import io.simbaerp.identity.parttime.PartTime;
import io.simbaerp.identity.parttime.PartTimeDraft;
import io.simbaerp.identity.parttime.PartTimes;
import io.simbaerp.identity.parttime.SetPartTime;
import io.simbaerp.page.Page;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works part-time, over REST. */
@RestController
@RequestMapping("/api/v1/part-time")
class PartTimeResource {

    private final PartTimes partTimes;
    private final SetPartTime set;
    private final EndPartTime end;

    PartTimeResource(PartTimes partTimes, SetPartTime set, EndPartTime end) {
        this.partTimes = partTimes;
        this.set = set;
        this.end = end;
    }

    @GetMapping
    Page<PartTime> all() {
        return new Page<>(partTimes.all(), null);
    }

    @PutMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable UUID person, @RequestBody PartTimeDraft draft) {
        set.set(person, draft);
    }

    @DeleteMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID person) {
        end.end(person);
    }
}
