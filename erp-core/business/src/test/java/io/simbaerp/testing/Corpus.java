package io.simbaerp.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * The folder of real files the formats are proved on; it is not part of this repository. It is named by
 * {@code SIMBA_CORPUS} or lies beside the repository. In CI its absence is a failure, elsewhere the output says what did
 * not run.
 */
public final class Corpus {

    private static final Pattern FIELD = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    private Corpus() {}

    /**
     * @param what what a test does with it, for the line that says it did not
     * @return the folder, or nothing outside CI
     */
    public static Optional<Path> folder(String name, String what) {
        Optional<Path> folder = root().map(root -> root.resolve(name)).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            String sentence = "NOT RUN: " + what + "; the corpus folder " + name + " is missing (set SIMBA_CORPUS)";
            System.out.println(sentence);
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(sentence);
            }
        }
        return folder;
    }

    public static List<Path> xmlFiles(Path folder) {
        return files(folder, ".xml");
    }

    /** All files below the folder whose name ends so. */
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows of a CSV file with a head, by column; fields may be quoted. */
    public static List<Map<String, String>> table(Path file) {
        List<String> rows = lines(file);
        List<String> head = fields(rows.get(0));
        return rows.subList(1, rows.size()).stream()
                .map(Corpus::fields)
                .map(cells -> IntStream.range(0, head.size())
                        .boxed()
                        .collect(Collectors.toMap(head::get, i -> i < cells.size() ? cells.get(i) : "")))
                .toList();
    }

    private static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(row);
        while (field.find()) {
            String quoted = field.group(1);
            fields.add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
        }
        return fields;
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Path> root() {
        String named = System.getenv("SIMBA_CORPUS");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolve("shared").resolve("corpus");
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }
}
