package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that is said is said in English and in Polish. */
class WordsTest {

    private static final Path ROOT = root();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)");
    private static final Pattern BROKEN_RULE = Pattern.compile(
            "(?:new (?:RuleViolation|Conflict|UnreadableContent)\\(|RuleViolation\\.ofField\\([^;]*?,)\\s*\"([a-z0-9-]+\\.[a-z0-9.-]*[a-z0-9-])\"");
    private static final Pattern EVENT = Pattern.compile("record (\\w+)\\([^{]*implements[^{]*BusinessEvent");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[}(]");
    private static final Pattern JAVA_KEY = Pattern.compile("new NavigationEntry\\(\\s*\"([a-z0-9.-]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        Map<Path, Properties> english = bundles();
        assertThat(english).isNotEmpty().allSatisfy((file, words) -> {
            Path other = file.resolveSibling(file.getFileName().toString().replace(".properties", "_pl.properties"));
            assertThat(read(other).stringPropertyNames())
                    .as("%s and its Polish side", file.getFileName())
                    .containsExactlyInAnyOrderElementsOf(words.stringPropertyNames());
        });
    }

    @Test
    void bothLanguagesAreFilledFromTheSameArguments() {
        bundles().forEach((file, words) -> {
            Properties polish =
                    read(file.resolveSibling(file.getFileName().toString().replace(".properties", "_pl.properties")));
            words.stringPropertyNames().forEach(key -> assertThat(placeholders(polish.getProperty(key, "")))
                    .as("%s in %s", key, file.getFileName())
                    .isEqualTo(placeholders(words.getProperty(key))));
        });
    }

    /** A single apostrophe swallows what stands between it and the next. */
    @Test
    void apostrophesAreDoubledWhereArgumentsStand() {
        List<String> broken = new ArrayList<>();
        everyBundle()
                .forEach((file, words) -> words.forEach((key, text) -> {
                    String sentence = text.toString();
                    if (PLACEHOLDER.matcher(sentence).find()
                            && sentence.replace("''", "").contains("'")) {
                        broken.add(file.getFileName() + ": " + key);
                    }
                }));
        assertThat(broken).isEmpty();
    }

    /** A pattern that is wrong inside a choice shows only when it is written. */
    @Test
    void everySentenceWithArgumentsCanBeWritten() {
        List<String> broken = new ArrayList<>();
        everyBundle()
                .forEach((file, words) -> words.forEach((key, text) -> {
                    if (PLACEHOLDER.matcher(text.toString()).find() && !canBeWritten(text.toString())) {
                        broken.add(file.getFileName() + ": " + key);
                    }
                }));
        assertThat(broken).isEmpty();
    }

    private static boolean canBeWritten(String sentence) {
        try {
            for (int number : new int[] {0, 1, 2, 5}) {
                new MessageFormat(sentence).format(new Object[] {number, number, number, number});
            }
            return true;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    @Test
    void noKeyIsSaidTwice() {
        Map<String, String> seen = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        bundles().forEach((file, words) -> words.stringPropertyNames().forEach(key -> {
            String before = seen.put(key, file.getFileName().toString());
            if (before != null) {
                twice.add(key + " in " + before + " and " + file.getFileName());
            }
        }));
        assertThat(twice).isEmpty();
    }

    @Test
    void everyRuleHasItsSentence() {
        Set<String> rules = found(BROKEN_RULE, ".java", "src/main/java");
        assertThat(rules).hasSizeGreaterThan(20);
        Set<String> keys = keys();
        assertThat(rules).filteredOn(rule -> !keys.contains("rule." + rule)).isEmpty();
    }

    @Test
    void everyEventHasItsSentence() {
        Set<String> events = new TreeSet<>();
        found(EVENT, ".java", "src/main/java").forEach(name -> events.add(inWords(name)));
        assertThat(events).hasSizeGreaterThan(5);
        Set<String> keys = keys();
        assertThat(events).filteredOn(event -> !keys.contains("event." + event)).isEmpty();
    }

    @Test
    void everyWordOfAPageIsKnown() {
        Set<String> asked = found(TEMPLATE_KEY, ".html", "src/main/resources/templates");
        asked.addAll(found(JAVA_KEY, ".java", "src/main/java"));
        assertThat(asked).hasSizeGreaterThan(20);
        Set<String> keys = keys();
        assertThat(asked).filteredOn(key -> !keys.contains(key)).isEmpty();
    }

    @Test
    void pagesCarryNoInlineStyleOrScript() {
        Pattern inline = Pattern.compile("(\\sstyle=|th:style|<script(?![^>]*src=)|\\son[a-z]+=\"|hx-on|th:on|<style)");
        assertThat(found(inline, ".html", "src/main/resources/templates")).isEmpty();
    }

    private static String inWords(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<String> placeholders(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group(1));
        }
        return numbers;
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        bundles().values().forEach(words -> keys.addAll(words.stringPropertyNames()));
        return keys;
    }

    private static Set<String> found(Pattern pattern, String ending, String below) {
        Set<String> found = new TreeSet<>();
        files(ending, below).forEach(file -> {
            Matcher matcher = pattern.matcher(text(file).replaceAll("(?s)<!--.*?-->", ""));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        });
        return found;
    }

    private static Map<Path, Properties> bundles() {
        Map<Path, Properties> bundles = new TreeMap<>();
        files(".properties", "src/main/resources/messages").stream()
                .filter(file -> !file.toString().endsWith("_pl.properties"))
                .forEach(file -> bundles.put(file, read(file)));
        return bundles;
    }

    private static Map<Path, Properties> everyBundle() {
        Map<Path, Properties> bundles = new TreeMap<>();
        files(".properties", "src/main/resources/messages").forEach(file -> bundles.put(file, read(file)));
        return bundles;
    }

    private static Properties read(Path file) {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String ending, String below) {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("erp-core/business", "workflow-models", "integrations", "erp-core/application")) {
            Path folder = ROOT.resolve(module).resolve(below);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(file -> file.toString().endsWith(ending)).forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("simba"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
