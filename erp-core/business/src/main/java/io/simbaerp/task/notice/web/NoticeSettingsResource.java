package io.simbaerp.task.notice.web;

import io.simbaerp.task.mail.ConfirmMailAddress;
import io.simbaerp.task.mail.GiveMailAddress;
import io.simbaerp.task.notice.ChooseNotices;
import io.simbaerp.task.notice.NoticeSettings;
import io.simbaerp.task.notice.NoticeSettingsDraft;
import io.simbaerp.task.notice.OwnNoticeSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one is told of what, for programs. */
@RestController
@RequestMapping("/api/v1/notice-settings")
class NoticeSettingsResource {

    private final OwnNoticeSettings settings;
    private final ChooseNotices choose;
    private final GiveMailAddress giveAddress;
    private final ConfirmMailAddress confirmAddress;

    NoticeSettingsResource(
            OwnNoticeSettings settings,
            ChooseNotices choose,
            GiveMailAddress giveAddress,
            ConfirmMailAddress confirmAddress) {
        this.settings = settings;
        this.choose = choose;
        this.giveAddress = giveAddress;
        this.confirmAddress = confirmAddress;
    }

    /** Where mail is to go; none where it is empty. */
    record AddressJson(@Nullable String address) {}

    /** The code that was sent there. */
    record CodeJson(@Nullable String code) {}

    @GetMapping
    NoticeSettings get() {
        return settings.get();
    }

    @PutMapping
    NoticeSettings choose(@RequestBody NoticeSettingsDraft draft) {
        choose.choose(draft);
        return settings.get();
    }

    /** Asks for a fresh sign-in: {@code POST /api/v1/fresh-sign-in} before it. */
    @PutMapping("/address")
    NoticeSettings address(@RequestBody AddressJson entered) {
        giveAddress.give(entered.address());
        return settings.get();
    }

    @PostMapping("/address/confirm")
    NoticeSettings confirm(@RequestBody CodeJson entered) {
        confirmAddress.confirm(entered.code()).require();
        return settings.get();
    }
}
