package io.simbaerp.identity.superior.web;

import io.simbaerp.identity.superior.MyPeople;
import io.simbaerp.identity.superior.ReportingLineView;
import io.simbaerp.identity.superior.ReportingLines;
import io.simbaerp.identity.superior.SetSuperior;
import io.simbaerp.identity.superior.SuperiorDraft;
import io.simbaerp.page.Page;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who reports to whom, over REST. */
@RestController
@RequestMapping("/api/v1")
class SuperiorResource {

    private final ReportingLines lines;
    private final SetSuperior setSuperior;
    private final MyPeople myPeople;

    SuperiorResource(ReportingLines lines, SetSuperior setSuperior, MyPeople myPeople) {
        this.lines = lines;
        this.setSuperior = setSuperior;
        this.myPeople = myPeople;
    }

    /** The latest day first. */
    @GetMapping("/people/{id}/superior")
    Page<ReportingLineView> of(@PathVariable UUID id) {
        return new Page<>(lines.of(id), null);
    }

    @PutMapping("/people/{id}/superior")
    Page<ReportingLineView> set(@PathVariable UUID id, @RequestBody SuperiorDraft draft) {
        setSuperior.set(id, draft);
        return of(id);
    }

    /** Whoever reports to the token's owner today. */
    @GetMapping("/my-people")
    Page<ReportingLineView> mine() {
        return new Page<>(myPeople.all(), null);
    }
}
