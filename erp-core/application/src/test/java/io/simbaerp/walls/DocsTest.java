package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.walls.SourceTree.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation is connected, not empty, and names nothing that isn't there. */
class DocsTest {

    private static final int LINES_OF_THE_README = 100;
    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w*(?:Test|Story)(?:\\.\\w+)?)`");
    private static final Pattern RULE = Pattern.compile("`([a-z_]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

    private final List<SourceFile> pages = SourceTree.files().stream()
            .filter(file -> file.name().endsWith(".md"))
            .toList();

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (SourceFile page : pages) {
            for (Path target : linksOf(page.path())) {
                if (!Files.exists(target)) {
                    broken.add(page.name() + " -> " + SourceTree.root().relativize(target));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsFoundFromTheReadme() {
        Set<Path> found = new HashSet<>();
        Deque<Path> toRead = new ArrayDeque<>(List.of(SourceTree.root().resolve("README.md")));
        while (!toRead.isEmpty()) {
            Path page = toRead.pop();
            if (found.add(page) && page.toString().endsWith(".md")) {
                toRead.addAll(linksOf(page));
            }
        }
        assertThat(pages.stream().filter(page -> !found.contains(page.path())).map(SourceFile::name))
                .isEmpty();
    }

    @Test
    void noPageIsEmpty() {
        assertThat(pages.stream().filter(page -> page.lines().size() < 8).map(SourceFile::name))
                .isEmpty();
    }

    @Test
    void theReadmeIsShort() {
        SourceFile readme = pages.stream()
                .filter(page -> page.name().equals("README.md"))
                .findFirst()
                .orElseThrow();
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(LINES_OF_THE_README);
    }

    @Test
    void everyProofNamedIsThere() {
        Map<String, String> tests = SourceTree.java()
                .filter(file -> file.name().contains("src/test/"))
                .collect(Collectors.toMap(
                        file -> file.path().getFileName().toString().replace(".java", ""),
                        SourceFile::text,
                        (one, other) -> one + other));
        SourceFile proofs = pages.stream()
                .filter(page -> page.name().endsWith("reference/proofs.md"))
                .findFirst()
                .orElseThrow();
        List<String> named = PROOF.matcher(proofs.text())
                .results()
                .map(proof -> proof.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(50).allSatisfy(proof -> {
            String[] parts = proof.split("\\.");
            assertThat(tests).as(proof).containsKey(parts[0]);
            if (parts.length > 1) {
                assertThat(tests.get(parts[0])).as(proof).contains("void " + parts[1] + "(");
            }
        });
    }

    @Test
    void everyRuleOfTheBooksIsAttackedByATest() {
        SourceFile rules = pages.stream()
                .filter(page -> page.name().endsWith("concepts/books-rules.md"))
                .findFirst()
                .orElseThrow();
        String tests = SourceTree.files().stream()
                .filter(SourceFile::isTestJava)
                .map(SourceFile::text)
                .collect(Collectors.joining());
        List<String> named = rules.lines().stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> RULE.matcher(cell).results().map(rule -> rule.group(1)))
                .toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named.stream().filter(rule -> !tests.contains(rule))).isEmpty();
    }

    private static List<Path> linksOf(Path page) {
        List<Path> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(new SourceFile(page, page.toString()).text());
        while (matcher.find()) {
            if (!matcher.group(1).contains(":")) {
                links.add(page.getParent().resolve(matcher.group(1)).normalize());
            }
        }
        return links;
    }
}
