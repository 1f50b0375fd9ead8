package io.simbaerp.task.notice.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.fresh.ProveAgain;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.task.mail.ConfirmMailAddress;
import io.simbaerp.task.mail.GiveMailAddress;
import io.simbaerp.task.notice.ChooseNotices;
import io.simbaerp.task.notice.NoticeKind;
import io.simbaerp.task.notice.NoticeSettings;
import io.simbaerp.task.notice.NoticeSettingsDraft;
import io.simbaerp.task.notice.NoticeWay;
import io.simbaerp.task.notice.OwnNoticeSettings;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own settings: how one is told of what, when mail may come, and where to. */
@Controller
@RequestMapping("/notices/settings")
class NoticeSettingsController {

    private final OwnNoticeSettings settings;
    private final ChooseNotices choose;
    private final GiveMailAddress giveAddress;
    private final ConfirmMailAddress confirmAddress;
    private final ProveAgain proveAgain;
    private final RuleTexts texts;

    NoticeSettingsController(
            OwnNoticeSettings settings,
            ChooseNotices choose,
            GiveMailAddress giveAddress,
            ConfirmMailAddress confirmAddress,
            ProveAgain proveAgain,
            RuleTexts texts) {
        this.settings = settings;
        this.choose = choose;
        this.giveAddress = giveAddress;
        this.confirmAddress = confirmAddress;
        this.proveAgain = proveAgain;
        this.texts = texts;
    }

    /** The page. */
    record Shown(List<Row> rows, List<NoticeWay> ways, NoticeSettings settings) {}

    /** One kind, with how it is told. */
    record Row(NoticeKind kind, NoticeWay way) {}

    @GetMapping
    ModelAndView page() {
        return show(null);
    }

    @PostMapping
    ModelAndView choose(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
        try {
            choose.choose(draft(fields));
        } catch (RuleViolation refused) {
            return again(refused);
        }
        return done(flash, "notice.settings-saved");
    }

    @PostMapping("/address")
    ModelAndView address(
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String password,
            RedirectAttributes flash) {
        try {
            proveAgain.prove(password).require();
            giveAddress.give(address);
        } catch (RuleViolation refused) {
            return again(refused);
        }
        return done(flash, address == null || address.isBlank() ? "mail.address-removed" : "mail.code-sent");
    }

    @PostMapping("/address/confirm")
    ModelAndView confirm(@RequestParam(required = false) @Nullable String code, RedirectAttributes flash) {
        try {
            confirmAddress.confirm(code).require();
        } catch (RuleViolation refused) {
            return again(refused);
        }
        return done(flash, "mail.address-confirmed");
    }

    private static NoticeSettingsDraft draft(MultiValueMap<String, String> fields) {
        Map<NoticeKind, NoticeWay> ways = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            String chosen = fields.getFirst("way." + kind.name());
            if (chosen != null) {
                ways.put(kind, way(kind, chosen));
            }
        }
        return new NoticeSettingsDraft(
                ways,
                time(fields, "digestAt"),
                time(fields, "quietFrom"),
                time(fields, "quietUntil"),
                fields.containsKey("workingDaysOnly"));
    }

    private static NoticeWay way(NoticeKind kind, String chosen) {
        for (NoticeWay way : NoticeWay.values()) {
            if (way.name().equals(chosen)) {
                return way;
            }
        }
        throw RuleViolation.ofField("way." + kind.name(), "notice.way-missing");
    }

    private static @Nullable LocalTime time(MultiValueMap<String, String> fields, String field) {
        String entered = Objects.requireNonNullElse(fields.getFirst(field), "").strip();
        try {
            return entered.isEmpty()
                    ? null
                    : LocalTime.parse(entered).withSecond(0).withNano(0);
        } catch (DateTimeParseException unreadable) {
            throw RuleViolation.ofField(field, "notice.time-wrong");
        }
    }

    private ModelAndView again(RuleViolation refused) {
        ModelAndView again = show(texts.problem(refused));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView done(RedirectAttributes flash, String message) {
        flash.addFlashAttribute("toast", Toast.of(message));
        return new ModelAndView("redirect:/notices/settings");
    }

    private ModelAndView show(@Nullable FormProblem problem) {
        NoticeSettings present = settings.get();
        return new ModelAndView("task/notice-settings")
                .addObject(
                        "page",
                        new Shown(
                                present.ways().entrySet().stream()
                                        .map(choice -> new Row(choice.getKey(), choice.getValue()))
                                        .toList(),
                                List.of(NoticeWay.values()),
                                present))
                .addObject("problem", problem);
    }
}
