package io.simbaerp.packaged;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.springframework.util.FileSystemUtils;

/** The packaged program, extracted once per build: a thin jar beside its libraries, as the launcher starts it. */
public final class PackagedJar {

    private PackagedJar() {}

    /** The thin jar. */
    public static synchronized Path extracted() {
        try {
            Path target = folder("target");
            Path packed = target.resolve("simba.jar");
            if (!Files.isRegularFile(packed)) {
                throw new IllegalStateException(packed.toAbsolutePath() + " is missing: run mvn package first");
            }
            Path folder = target.resolve("packaged").resolve(checksum(packed));
            if (!Files.isDirectory(folder)) {
                extract(packed, folder);
            }
            return folder.resolve("simba.jar").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(Path file) throws IOException {
        try (CheckedInputStream content = new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
            content.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(content.getChecksum().getValue());
        }
    }

    private static void extract(Path packed, Path folder) throws IOException {
        Path unfinished = folder.resolveSibling(
                folder.getFileName() + "." + ProcessHandle.current().pid());
        Files.createDirectories(unfinished.getParent());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        packed.toString(),
                        "extract",
                        "--destination",
                        unfinished.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The packaged program can't be extracted: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            Files.move(unfinished, folder);
        } catch (FileSystemException taken) {
            FileSystemUtils.deleteRecursively(unfinished);
            // The other test JVM was faster; which exception says so differs by what the system answers.
            if (!Files.isDirectory(folder)) {
                throw taken;
            }
        }
    }

    /** A folder of this Maven module, wherever the test or bench was started. */
    private static Path folder(String name) {
        String root = System.getProperty("simba.root");
        return root == null ? Path.of(name) : Path.of(root, "erp-core", "application", name);
    }
}
