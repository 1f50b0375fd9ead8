package io.simbaerp.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Pages: the language chosen on this device, else the user's own, else the browser's. REST: the one asked for, else the
 * user's own. English where neither is spoken; never the machine's.
 */
class ReadersLanguage implements LocaleResolver {

    static final String COOKIE = "simba-language";
    static final Locale POLISH = Locale.forLanguageTag("pl");
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, POLISH);

    private final CurrentReader currentReader;

    ReadersLanguage(CurrentReader currentReader) {
        this.currentReader = currentReader;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Optional<Locale> own = currentReader.find().map(PageReader::language);
        Optional<Locale> asked = asked(request);
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return asked.or(() -> own).orElse(Locale.ENGLISH);
        }
        return chosen(request).or(() -> own).or(() -> asked).orElse(Locale.ENGLISH);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    DeviceCookie.of(
                            request,
                            COOKIE,
                            spoken(locale).orElse(Locale.ENGLISH).getLanguage()));
        }
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : spoken(Locale.forLanguageTag(cookie.getValue()));
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> spoken(Locale locale) {
        return SPOKEN.stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }
}
