package io.simbaerp.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project as git knows them, wherever the test was started. */
final class SourceTree {

    private static final Set<String> NOT_TEXT = Set.of("png", "jpg", "ico", "woff2", "ttf", "pdf", "jar");

    private SourceTree() {}

    /** A file of the project. */
    record SourceFile(Path path, String name) {

        String extension() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        boolean isText() {
            return !NOT_TEXT.contains(extension());
        }

        boolean isMainJava() {
            return name.contains("src/main/java/") && name.endsWith(".java");
        }

        boolean isTestJava() {
            return name.contains("src/test/java/") && name.endsWith(".java");
        }

        String text() {
            try {
                return Files.readString(path, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }

        List<String> lines() {
            return text().lines().toList();
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("erp-core"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Tracked files and new ones that aren't ignored, as long as they exist. */
    static List<SourceFile> files() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
                    .directory(root().toFile())
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new IllegalStateException("git ls-files failed; the tidy tests need a checkout");
            }
            return Arrays.stream(names.split("\0"))
                    .map(name -> new SourceFile(root().resolve(name), name))
                    .filter(file -> Files.isRegularFile(file.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Stream<SourceFile> java() {
        return files().stream().filter(file -> file.name().endsWith(".java"));
    }
}
