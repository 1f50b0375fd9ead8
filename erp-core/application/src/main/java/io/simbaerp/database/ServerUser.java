package io.simbaerp.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the embedded server runs. PostgreSQL refuses to run as root; so for root its programs run in a user namespace
 * of their own, where root's files are still theirs, or, where the machine forbids namespaces, as {@code nobody}.
 */
record ServerUser(List<String> prefix, boolean ownsNothing) {

    private static final int NOBODY = 65534;

    static ServerUser ofThisProgram() {
        if (uidOf(Path.of("/proc/self")) != 0) {
            return new ServerUser(List.of(), false);
        }
        return namespacesAreAllowed() ? inNamespace() : nobody();
    }

    static ServerUser inNamespace() {
        return new ServerUser(List.of("unshare", "-U"), false);
    }

    static ServerUser nobody() {
        return new ServerUser(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);
    }

    /** The command as this user runs it. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or a folder with all that is in it to this user, if it isn't theirs anyway. */
    void own(Path path) throws IOException {
        if (!ownsNothing || !Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.setAttribute(each, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Lets this user walk through the folder to what is theirs, without reading it. */
    void passThrough(Path folder) throws IOException {
        if (ownsNothing) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    /**
     * Refuses a cluster made by somebody else, before the server fails on it with a riddle.
     *
     * @throws DatabaseUnusable if the files belong to another user
     */
    void checkOwnerOf(Path cluster) {
        int expected = ownsNothing ? NOBODY : uidOf(Path.of("/proc/self"));
        int actual = uidOf(cluster);
        boolean takenOverByRoot = ownsNothing && actual == 0;
        if (actual != expected && !takenOverByRoot) {
            throw new DatabaseUnusable(
                    "The data in " + cluster.getParent() + " belong to another user (" + actual + ").",
                    "Start Simba ERP as the user who made them, or give them to this one: chown -R");
        }
    }

    private static int uidOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new IllegalStateException("Can't see whose " + path + " is", e);
        }
    }

    private static boolean namespacesAreAllowed() {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
