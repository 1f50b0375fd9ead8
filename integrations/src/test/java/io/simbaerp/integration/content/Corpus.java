package io.simbaerp.integration.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of real files the formats are proved on; it is not part of this repository. It is named by
 * {@code SIMBA_CORPUS} or lies beside the repository. In CI its absence is a failure, elsewhere it is said.
 */
final class Corpus {

    private Corpus() {}

    static Path folder(String name) {
        Optional<Path> folder = root().map(root -> root.resolve(name)).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            String sentence = "NOT RUN: the corpus folder " + name + " is missing (set SIMBA_CORPUS)";
            System.out.println(sentence);
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(sentence);
            }
            Assumptions.abort(sentence);
        }
        return folder.orElseThrow();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Path> root() {
        @Nullable String named = System.getenv("SIMBA_CORPUS");
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
