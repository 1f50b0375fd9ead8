package io.simbaerp.party.cooloff.web;

import io.simbaerp.party.PartyId;
import io.simbaerp.party.cooloff.CoolOffs;
import io.simbaerp.party.cooloff.SetCoolOff;
import io.simbaerp.party.cooloff.WaiveCoolOff;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cool-off of accounts over REST. */
@RestController
@RequestMapping("/api/v1")
class CoolOffResource {

    private final CoolOffs coolOffs;
    private final SetCoolOff setCoolOff;
    private final WaiveCoolOff waiveCoolOff;

    CoolOffResource(CoolOffs coolOffs, SetCoolOff setCoolOff, WaiveCoolOff waiveCoolOff) {
        this.coolOffs = coolOffs;
        this.setCoolOff = setCoolOff;
        this.waiveCoolOff = waiveCoolOff;
    }

    /** Why. */
    record WaiverEntry(@Nullable String reason) {}

    /** Numbers of days; what is left out is no day. */
    record DaysEntry(@Nullable Integer firstDays, @Nullable Integer changeDays) {

        CoolOffs.Days days() {
            return new CoolOffs.Days(firstDays == null ? 0 : firstDays, changeDays == null ? 0 : changeDays);
        }
    }

    @GetMapping("/account-cool-off")
    CoolOffs.Days days() {
        return coolOffs.days();
    }

    @PutMapping("/account-cool-off")
    CoolOffs.Days set(@RequestBody DaysEntry entry) {
        setCoolOff.set(entry.days());
        return coolOffs.days();
    }

    @PostMapping("/parties/{id}/accounts/{account}/waive-cool-off")
    List<CoolOffs.Waiver> waive(@PathVariable UUID id, @PathVariable UUID account, @RequestBody WaiverEntry entry) {
        waiveCoolOff.waive(new PartyId(id), account, entry.reason());
        return coolOffs.waiversOf(new PartyId(id));
    }
}
