package io.simbaerp.page.web;

import io.simbaerp.page.DeviceCookie;
import io.simbaerp.page.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** What a reader chooses for this device: language and theme. */
@Controller
class PreferenceController {

    private final LocaleResolver localeResolver;

    PreferenceController(LocaleResolver localeResolver) {
        this.localeResolver = localeResolver;
    }

    @PostMapping("/language")
    String language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        localeResolver.setLocale(request, response, Locale.forLanguageTag(language));
        return "redirect:" + inside(back);
    }

    @PostMapping("/theme")
    String theme(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                DeviceCookie.of(request, PageFrame.THEME_COOKIE, theme.equals("dark") ? "dark" : "light"));
        return "redirect:" + inside(back);
    }

    /** Never leads out of our own pages; what no header carries is no address of ours. */
    private static String inside(String address) {
        boolean ours = address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(c -> c == '\\' || c <= ' ' || c > '~' || c == '{' || c == '}');
        return ours ? address : "/";
    }
}
