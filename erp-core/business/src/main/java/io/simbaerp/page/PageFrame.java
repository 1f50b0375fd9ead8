package io.simbaerp.page;

import io.simbaerp.architecture.Permission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** What stands around every page. Asked by {@code page/layout.html} alone, so a fragment costs none of it. */
@Component("pageFrame")
public class PageFrame {

    /** The cookie that keeps the theme, light or dark. */
    public static final String THEME_COOKIE = "simba-theme";

    private static final int PLACES_ON_THE_PHONE = 4;

    private final CurrentReader currentReader;
    private final Permission permission;
    private final List<NavigationEntry> entries;
    private final Map<String, NavigationCount> counts;
    private final Clock clock;

    PageFrame(
            CurrentReader currentReader,
            Permission permission,
            List<NavigationEntry> entries,
            List<NavigationCount> counts,
            Clock clock) {
        this.currentReader = currentReader;
        this.permission = permission;
        this.entries = entries.stream()
                .sorted(Comparator.comparing(NavigationEntry::group).thenComparing(NavigationEntry::order))
                .toList();
        this.counts = counts.stream()
                .filter(NavigationCount::inMenu)
                .collect(Collectors.toMap(NavigationCount::path, Function.identity()));
        this.clock = clock;
    }

    /** The frame of the page that is being made. */
    public Frame current() {
        Optional<PageReader> reader = currentReader.find();
        List<Frame.Entry> visible = reader.isEmpty()
                ? List.of()
                : entries.stream()
                        .filter(entry -> permission.has(entry.duty()))
                        .map(this::entry)
                        .toList();
        return new Frame(
                reader.orElse(null),
                theme(),
                LocaleContextHolder.getLocale().getLanguage(),
                path(),
                now(),
                groups(visible),
                visible.stream()
                        .filter(entry -> entry.group() == NavigationEntry.Group.WORK)
                        .limit(PLACES_ON_THE_PHONE)
                        .toList());
    }

    private Frame.Entry entry(NavigationEntry entry) {
        NavigationCount waiting = counts.get(entry.path());
        return new Frame.Entry(
                entry.message(),
                entry.path(),
                entry.icon(),
                entry.group(),
                entry.goKey(),
                waiting == null ? 0 : waiting.count(),
                waiting != null && waiting.urgent());
    }

    private static List<Frame.Group> groups(List<Frame.Entry> visible) {
        return Stream.of(NavigationEntry.Group.values())
                .map(group -> new Frame.Group(
                        group.name().toLowerCase(Locale.ROOT),
                        visible.stream().filter(entry -> entry.group() == group).toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    private String now() {
        return DateTimeFormatter.ofPattern("EEE dd.MM.yyyy, HH:mm", LocaleContextHolder.getLocale())
                .format(clock.instant().atZone(currentReader.zone()));
    }

    private static String theme() {
        Cookie cookie =
                request().map(found -> WebUtils.getCookie(found, THEME_COOKIE)).orElse(null);
        return cookie != null && Arrays.asList("dark", "light").contains(cookie.getValue())
                ? cookie.getValue()
                : "light";
    }

    /** Where to come back to after a choice of language or theme: this page, or home if it was no plain look. */
    private static String path() {
        return request()
                .filter(found -> found.getMethod().equals("GET"))
                .filter(found -> found.getDispatcherType() == DispatcherType.REQUEST)
                .map(PageFrame::pathAndQuery)
                .orElse("/");
    }

    private static String pathAndQuery(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    /**
     * The frame as the template shows it.
     *
     * @param reader nobody on the sign-in page
     * @param places the entries of the phone's bottom bar
     */
    public record Frame(
            @Nullable PageReader reader,
            String theme,
            String language,
            String path,
            String now,
            List<Group> groups,
            List<Entry> places) {

        public String otherLanguage() {
            return language.equals("pl") ? "en" : "pl";
        }

        public String otherLanguageName() {
            return language.equals("pl") ? "English" : "Polski";
        }

        /** A group of the menu: work, books or control. */
        public record Group(String name, List<Entry> entries) {}

        /** An entry of the menu and how much waits there. */
        public record Entry(
                String message,
                String path,
                String icon,
                NavigationEntry.Group group,
                @Nullable String goKey,
                int count,
                boolean urgent) {}
    }
}
