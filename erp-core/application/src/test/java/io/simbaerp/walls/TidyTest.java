package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.walls.SourceTree.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Sizes, words and places. The numbers here only ever get smaller; a ban names what to use instead.
 */
class TidyTest {

    private static final int LINES_OF_A_CLASS = 300;
    private static final int LINES_OF_A_TEST = 500;
    private static final int LINES_OF_A_METHOD = 30;
    private static final int PARAMETERS_OF_A_CONSTRUCTOR = 6;
    private static final int FILES_OF_A_PACKAGE = 25;
    private static final int KILOBYTES_OF_A_FILE = 600;

    /** What is too large still, and how large it may be at most: each number may only fall, then its line goes. */
    private static final Map<String, Integer> STILL_LARGE = Map.ofEntries(
            Map.entry("io.simbaerp.document", 38),
            Map.entry("io.simbaerp.task", 30),
            Map.entry("io.simbaerp.invoice", 27),
            Map.entry("PurchaseInvoiceModuleTest.java", 530),
            Map.entry("AccountStatement.rows", 35),
            Map.entry("CodingPages.page", 37),
            Map.entry("InvoiceJson.of", 45),
            Map.entry("TrialBalanceView.of", 34),
            Map.entry("FoundCompany.found", 37),
            Map.entry("Party.change", 31),
            Map.entry("CiiInvoiceReader.read", 34),
            Map.entry("UblInvoiceReader.read", 34),
            Map.entry("FaInvoiceReader.read", 38),
            Map.entry("TypedInvoice.received", 32),
            Map.entry("DemoInvoice.invoice", 32),
            Map.entry("BankAccount.constructor parameters", 7));

    private static final Set<String> TOP_LEVEL = Set.of(
            ".ci",
            ".gitignore",
            ".mvn",
            "LICENSE",
            "NOTICE",
            "README.md",
            "docs",
            "document-templates",
            "erp-core",
            "integrations",
            "pom.xml",
            "simba",
            "workflow-models");

    /** What must not be written, where, and what to write instead. */
    private record Ban(String what, Predicate<SourceFile> where, String instead) {

        List<String> brokenIn(List<SourceFile> files) {
            Pattern pattern = Pattern.compile(what);
            List<String> broken = new ArrayList<>();
            for (SourceFile file : files) {
                if (where.test(file)) {
                    Matcher matcher = pattern.matcher(file.text());
                    if (matcher.find()) {
                        broken.add(file.name() + " says \"" + matcher.group().strip() + "\": " + instead);
                    }
                }
            }
            return broken;
        }
    }

    private static final Predicate<SourceFile> MAIN = SourceFile::isMainJava;
    private static final Predicate<SourceFile> TEST =
            file -> file.isTestJava() && !file.name().endsWith("/TidyTest.java");
    private static final Predicate<SourceFile> ITSELF = file -> file.name().endsWith("/TidyTest.java");
    private static final Predicate<SourceFile> JAVA = file -> file.extension().equals("java") && !ITSELF.test(file);
    private static final Predicate<SourceFile> TEMPLATE = file -> file.name().contains("/templates/");
    private static final Predicate<SourceFile> ANY = file -> file.isText() && !ITSELF.test(file);

    private static final List<Ban> BANS = List.of(
            new Ban("\\b(TODO|FIXME)\\b", ANY, "open an issue, or do it"),
            new Ban(
                    "(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime|Year|YearMonth)\\.now\\(\\)",
                    MAIN,
                    "ask the injected Clock, or BusinessDay for days"),
            new Ban("System\\.currentTimeMillis|Clock\\.system(?!UTC)", MAIN, "ask the injected Clock"),
            // Camunda's own interface speaks in java.util.Date.
            new Ban(
                    "java\\.util\\.(Date|Calendar)\\b|SimpleDateFormat",
                    JAVA.and(file -> !file.name().contains("/workflow/")),
                    "use java.time"),
            new Ban(
                    "System\\.(out|err)",
                    // These two answer what somebody typed into a terminal.
                    MAIN.and(file -> !file.name().endsWith("/ReadyMessage.java")
                            && !file.name().endsWith("/DataCommand.java")),
                    "use a Logger"),
            new Ban("printStackTrace\\(", JAVA, "log it, or let it pass on"),
            new Ban("@Autowired", MAIN, "inject by constructor"),
            new Ban("import lombok", JAVA, "write a record"),
            new Ban("@Disabled|\\bassumeT|\\bAssumptions\\.", TEST, "make it run, or take it out"),
            new Ban(
                    "(?i)\\.setAutoCommit\\(true\\)|@Transactional(?!\\(propagation = Propagation\\.MANDATORY)",
                    MAIN.and(TidyTest::isCapability),
                    "let @UseCase and @Query open the transaction"),
            new Ban(
                    "\\s(style|onclick|onchange|onsubmit|oninput|onload)=\"",
                    TEMPLATE,
                    "use a class of simba.css or a module under assets"),
            new Ban(
                    "<[^>]*th:(if|unless|each)=[^>]*th:replace=",
                    TEMPLATE,
                    "put the condition on a th:block around it: a replaced element forgets it"),
            new Ban("<style|<script(?![^>]*src)", TEMPLATE, "put it into a file under assets"),
            new Ban("th:utext|\\[\\(", TEMPLATE, "use th:text: what came from outside is never markup"),
            new Ban("(?<![\\w.])/(work|root|home/\\w+|tmp/wt)/", ANY, "name no place of one machine"),
            new Ban(
                    "repo1?\\.maven\\.(apache\\.)?org|registry\\.npmjs|npmmirror|artifactory|nexus\\.|jfrog",
                    ANY,
                    "leave registries to the settings of the machine"));

    private final List<SourceFile> files = SourceTree.files();

    @Test
    void classesAreShort() {
        assertThat(tooLarge(linesOf(JAVA.and(file -> !file.isTestJava())), LINES_OF_A_CLASS))
                .as("more than %d lines: cut the class by what it is about", LINES_OF_A_CLASS)
                .isEmpty();
        assertThat(tooLarge(linesOf(TEST), LINES_OF_A_TEST))
                .as("more than %d lines: cut the test by what it is about", LINES_OF_A_TEST)
                .isEmpty();
    }

    private Map<String, Integer> linesOf(Predicate<SourceFile> where) {
        Map<String, Integer> lines = new TreeMap<>();
        for (SourceFile file : files) {
            if (where.test(file)) {
                lines.put(file.path().getFileName().toString(), file.lines().size());
            }
        }
        return lines;
    }

    @Test
    void methodsAreShort() {
        Map<String, Integer> lines = new TreeMap<>();
        shapes().forEach(shape -> lines.merge(shape.where(), shape.lines(), Math::max));
        assertThat(tooLarge(lines, LINES_OF_A_METHOD))
                .as("more than %d lines: name the steps", LINES_OF_A_METHOD)
                .isEmpty();
    }

    @Test
    void constructorsTakeFewThings() {
        Map<String, Integer> parameters = new TreeMap<>();
        shapes().forEach(shape -> parameters.merge(shape.where() + " parameters", shape.parameters(), Math::max));
        assertThat(tooLarge(parameters, PARAMETERS_OF_A_CONSTRUCTOR))
                .as("more than %d parameters: it does more than one thing", PARAMETERS_OF_A_CONSTRUCTOR)
                .isEmpty();
    }

    @Test
    void packagesAreSmall() {
        Map<String, Integer> count = new TreeMap<>();
        files.stream().filter(MAIN).forEach(file -> count.merge(packageOf(file), 1, Integer::sum));
        assertThat(tooLarge(count, FILES_OF_A_PACKAGE))
                .as("more than %d files: nest modules by capability", FILES_OF_A_PACKAGE)
                .isEmpty();
    }

    private static String packageOf(SourceFile file) {
        return file.name()
                .replaceFirst(".*/src/main/java/", "")
                .replaceFirst("/[^/]*$", "")
                .replace('/', '.');
    }

    private List<JavaShapes.Shape> shapes() {
        return JavaShapes.of(files.stream().filter(MAIN).toList());
    }

    private static Map<String, Integer> tooLarge(Map<String, Integer> sizes, int limit) {
        Map<String, Integer> large = new TreeMap<>(sizes);
        large.entrySet().removeIf(each -> each.getValue() <= STILL_LARGE.getOrDefault(each.getKey(), limit));
        return large;
    }

    @Test
    void nothingBannedIsWritten() {
        assertThat(BANS.stream().flatMap(ban -> ban.brokenIn(files).stream())).isEmpty();
    }

    @Test
    void everyBanLooksAtSomething() {
        assertThat(BANS.stream().filter(ban -> files.stream().noneMatch(ban.where)))
                .isEmpty();
    }

    @Test
    void nothingNewLiesAtTheTop() {
        assertThat(files.stream()
                        .map(file -> file.name().replaceFirst("/.*", ""))
                        .filter(name -> !TOP_LEVEL.contains(name)))
                .as("a new thing at the top needs a reason and a line here")
                .isEmpty();
    }

    @Test
    void filesAreSmall() {
        assertThat(files.stream()
                        .filter(file -> file.path().toFile().length() > KILOBYTES_OF_A_FILE * 1024L)
                        .map(SourceFile::name))
                .isEmpty();
    }

    @Test
    void everyMigrationHasAVersionOfItsOwn() {
        Map<String, String> byVersion = new HashMap<>();
        List<String> doubled = new ArrayList<>();
        for (SourceFile migration : migrations()) {
            String version = migration.path().getFileName().toString().replaceFirst("__.*", "");
            String other = byVersion.put(version, migration.name());
            if (other != null) {
                doubled.add(migration.name() + " and " + other);
            }
        }
        assertThat(doubled).isEmpty();
        assertThat(byVersion).hasSizeGreaterThan(5);
    }

    @Test
    void migrationsSayWhoseTheyAre() {
        assertThat(migrations().stream()
                        .filter(file -> !file.path()
                                .getFileName()
                                .toString()
                                .matches("V\\d{12}__" + moduleOf(file) + "_[a-z0-9_]+\\.sql"))
                        .map(SourceFile::name))
                .as("V<yyyymmddhhmm>__<module>_<what>.sql in the folder of its module")
                .isEmpty();
    }

    @Test
    void migrationsTouchOnlyTheirOwnSchema() {
        Pattern touched = Pattern.compile(
                "(?im)\\b(?:create\\s+(?:unlogged\\s+)?table(?:\\s+if\\s+not\\s+exists)?|alter\\s+table|drop\\s+table|insert\\s+into"
                        + "|delete\\s+from|truncate|(?<!for )(?<!before )(?<!after )(?<!or )update"
                        + "|create\\s+(?:unique\\s+)?index\\s+\\w+\\s+on)\\s+(\\w+)\\.\\w+");
        List<String> broken = new ArrayList<>();
        for (SourceFile migration : migrations()) {
            String own = moduleOf(migration).equals("architecture") ? "simba" : moduleOf(migration);
            Matcher matcher = touched.matcher(migration.text());
            while (matcher.find()) {
                if (!Set.of(own, "pg_temp").contains(matcher.group(1))) {
                    broken.add(migration.name() + ": " + matcher.group());
                }
            }
        }
        assertThat(broken)
                .as("another module's tables are changed by its own migrations only")
                .isEmpty();
    }

    private List<SourceFile> migrations() {
        return files.stream()
                .filter(file ->
                        file.name().contains("/db/migration/") && file.name().endsWith(".sql"))
                .toList();
    }

    private static String moduleOf(SourceFile migration) {
        return migration.path().getParent().getFileName().toString();
    }

    private static boolean isCapability(SourceFile file) {
        return file.name().startsWith("erp-core/business/") && !file.name().contains("/architecture/");
    }
}
