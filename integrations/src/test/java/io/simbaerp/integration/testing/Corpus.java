package io.simbaerp.integration.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * The folder of real files the formats are proved on; it is not part of this repository. It is named by
 * {@code SIMBA_CORPUS} or lies beside the repository. In CI its absence is a failure, elsewhere the output says what did
 * not run.
 */
public final class Corpus {

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
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
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
