package io.simbaerp.integration.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The folder below which a connector stays. */
public final class FolderRoot {

    /** Camel would take what follows them for an option or an expression, even when they are encoded. */
    private static final Pattern STEERS = Pattern.compile("[?#%${}]");

    private final Path root;

    /**
     * The folder as the operator wrote it; the root itself may be reached by a link.
     *
     * @throws IllegalArgumentException if it reads like an address of Camel or an expression
     */
    public FolderRoot(String root) {
        if (STEERS.matcher(root).find()) {
            throw new IllegalArgumentException(
                    "The folder " + root + " can't be used: none of ? # % $ { } in its name");
        }
        this.root = Path.of(root).toAbsolutePath().normalize();
    }

    /**
     * A regular file below the root, reached without any link.
     *
     * @throws IOException if it lies elsewhere, is a link or below one, or is no file
     */
    public Path existing(Path file) throws IOException {
        Path inside = inside(file);
        if (!Files.isRegularFile(inside, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file.getFileName() + " is not a file");
        }
        return inside;
    }

    /**
     * A place for a file below the root.
     *
     * @throws IOException if the name leads out of the root, or over a link
     */
    public Path place(String name) throws IOException {
        try {
            return inside(root.resolve(name));
        } catch (InvalidPathException e) {
            throw new IOException("No file can be called " + e.getReason(), e);
        }
    }

    /**
     * As {@link #place}, as it is called from the root.
     *
     * @throws IOException if the name leads out of the root, or over a link
     */
    public String relative(String name) throws IOException {
        return root.relativize(place(name)).toString();
    }

    /** Where a file lies, seen from the root. */
    public Path below(Path file) {
        return root.relativize(file.toAbsolutePath().normalize());
    }

    private Path inside(Path file) throws IOException {
        Path inside = file.toAbsolutePath().normalize();
        if (!inside.startsWith(root) || inside.equals(root)) {
            throw new IOException(file.getFileName() + " lies outside " + root);
        }
        Path step = root;
        for (Path name : root.relativize(inside)) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new IOException(root.relativize(step) + " is a link, and links are not followed");
            }
        }
        return inside;
    }
}
