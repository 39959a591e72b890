package org.immunoedit.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private final Set<Path> unfinished = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path directory;

    @Test
    void appearsOnlyWhenCommitted() throws IOException {
        Path target = directory.resolve("rows.csv");
        try (AtomicFile file = AtomicFile.create(target, unfinished)) {
            write(file, "time\n");
            file.finish();
            assertThat(target).doesNotExist();
            assertThat(unfinished)
                    .singleElement()
                    .satisfies(temporary -> assertThat(temporary).hasParentRaw(directory));
            file.commit();
        }
        assertThat(target).hasContent("time\n");
        assertThat(files()).containsExactly("rows.csv");
        assertThat(unfinished).isEmpty();
    }

    @Test
    void leavesTheOldFileWhenAbandoned() throws IOException {
        Path target = Files.writeString(directory.resolve("rows.csv"), "old");
        try (AtomicFile file = AtomicFile.create(target, unfinished)) {
            write(file, "new");
        }
        assertThat(target).hasContent("old");
        assertThat(files()).containsExactly("rows.csv");
        assertThat(unfinished).isEmpty();
    }

    /** What killed processes have left of one file, not of others. */
    @Test
    void clearsWhatWasLeftOfAFile() throws IOException {
        Path target = Files.writeString(directory.resolve("rows.csv"), "old");
        for (String name : List.of(".rows.csv.0.tmp", ".rows.csv.17.tmp", ".rows.csv", ".cows.csv.0.tmp")) {
            Files.writeString(directory.resolve(name), "left");
        }
        AtomicFile.clear(target);
        assertThat(files()).containsExactlyInAnyOrder("rows.csv", ".rows.csv", ".cows.csv.0.tmp");
        AtomicFile.clear(directory.resolve("cows.csv"));
        assertThat(files()).containsExactlyInAnyOrder("rows.csv", ".rows.csv");
    }

    @Test
    void replacesTheTargetOfALinkAndKeepsTheLink() throws IOException {
        Path target = Files.writeString(directory.resolve("rows.csv"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("latest.csv"), target);
        try (AtomicFile file = AtomicFile.create(link, unfinished)) {
            write(file, "new");
            file.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void twoWritersOfOneFileDoNotMix() throws IOException {
        Path target = directory.resolve("rows.csv");
        try (AtomicFile first = AtomicFile.create(target, unfinished);
                AtomicFile second = AtomicFile.create(target, unfinished)) {
            write(first, "first");
            write(second, "second");
            first.commit();
            second.commit();
        }
        assertThat(target).hasContent("second");
        assertThat(files()).containsExactly("rows.csv");
    }

    @Test
    void writesToADeviceInsteadOfReplacingIt() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "no /dev/null on this system");
        try (AtomicFile file = AtomicFile.create(device, unfinished)) {
            write(file, "rows");
            file.commit();
        }
        assertThat(AtomicFile.isReplaceable(device)).isFalse();
        assertThat(Files.readAttributes(device, BasicFileAttributes.class).isOther())
                .isTrue();
    }

    @Test
    void aFullDiskNamesTheFile() throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.exists(device), "no /dev/full on this system");
        try (AtomicFile file = AtomicFile.create(device, unfinished)) {
            write(file, "rows");
            assertThatThrownBy(file::finish)
                    .isInstanceOfSatisfying(
                            FileSystemException.class,
                            e -> assertThat(e.getFile()).isEqualTo("/dev/full"))
                    .hasMessageContaining("No space left");
        }
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path target = directory.resolve("missing").resolve("rows.csv");
        assertThatThrownBy(() -> AtomicFile.create(target, unfinished))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(target.getParent().toString());
    }

    @Test
    void aDirectoryIsRefused() {
        assertThatThrownBy(() -> AtomicFile.create(directory, unfinished)).hasMessage(directory + ": is a directory");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void write(AtomicFile file, String text) throws IOException {
        OutputStream stream = file.stream();
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
