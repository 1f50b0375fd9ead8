package io.simbaerp.reporting;

import io.simbaerp.architecture.RuleViolation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a report, as it stands in the address.
 *
 * @param today the company's day, for what isn't asked
 * @param zone the company's, for moments without one
 * @param language in which names are wanted
 */
public record ReportRequest(Map<String, String> asked, LocalDate today, ZoneId zone, String language) {

    public ReportRequest {
        Map<String, String> given = new TreeMap<>(asked);
        given.values().removeIf(String::isBlank);
        asked = given;
    }

    public @Nullable String text(String name) {
        String value = asked.get(name);
        return value == null ? null : value.strip();
    }

    public String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    /** Values separated by commas. */
    public List<String> texts(String name) {
        return Arrays.stream(text(name, "").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public boolean ticked(String name) {
        return "true".equals(text(name));
    }

    /** @throws RuleViolation report.day-unreadable */
    public @Nullable LocalDate day(String name) {
        String value = text(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw RuleViolation.ofField(name, "report.day-unreadable", value);
        }
    }

    public LocalDate day(String name, LocalDate otherwise) {
        LocalDate day = day(name);
        return day == null ? otherwise : day;
    }

    /**
     * A moment as 2026-11-20T10:47 in the company's time zone, or with an offset of its own.
     *
     * @throws RuleViolation report.moment-unreadable
     */
    public @Nullable Instant moment(String name) {
        String value = text(name);
        try {
            if (value == null) {
                return null;
            }
            boolean zoned = value.endsWith("Z") || value.matches(".*T.*[+-]\\d\\d:\\d\\d");
            return zoned
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw RuleViolation.ofField(name, "report.moment-unreadable", value);
        }
    }

    public @Nullable String after() {
        return text("after");
    }

    /** The same with something else asked for; null takes it away. What went on elsewhere begins anew. */
    public ReportRequest with(String name, @Nullable Object value) {
        Map<String, String> changed = new TreeMap<>(asked);
        changed.remove("after");
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new ReportRequest(changed, today, zone, language);
    }

    /** What follows the question mark of its address. */
    public String query() {
        return asked.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
