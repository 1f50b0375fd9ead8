package io.simbaerp.integration.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderRootTest {

    @TempDir
    private Path folder;

    private Path inbox;
    private Path secret;
    private FolderRoot root;

    @BeforeEach
    void prepare() throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox"));
        secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        root = new FolderRoot(inbox.toString());
    }

    @Test
    void aFileBelowTheRootIsTaken() throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(inbox.resolve("9990011222")).resolve("a.xml"), "<a/>");
        assertThat(root.existing(file)).isEqualTo(file);
        assertThat(root.place("9990011222/b.xml")).isEqualTo(inbox.resolve("9990011222/b.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "9990011222/../../secret.txt", "/etc/passwd", ".", "", "a/../..", "x\0y"})
    void namesThatLeadElsewhereAreRefused(String name) {
        assertThatThrownBy(() -> root.place(name)).isInstanceOf(IOException.class);
    }

    @Test
    void linksAreRefusedWhereverTheyStand() throws IOException {
        Path link = Files.createSymbolicLink(inbox.resolve("link.xml"), secret);
        assertThatThrownBy(() -> root.existing(link)).isInstanceOf(IOException.class);
        Path linked = Files.createSymbolicLink(inbox.resolve("folder"), folder);
        assertThatThrownBy(() -> root.existing(linked.resolve("secret.txt"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> root.place("folder/new.txt")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> root.existing(secret)).isInstanceOf(IOException.class);
    }
}
