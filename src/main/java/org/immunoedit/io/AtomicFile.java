package org.immunoedit.io;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * A file that appears complete or not at all: written to a temporary name in the same directory, renamed by
 * {@link #commit()}, removed by {@link #close()} without it. A file that stood there before is never half-overwritten.
 *
 * <p>What is not a regular file (a device, a pipe) is written to directly: renaming would replace {@code /dev/null}. A
 * symbolic link stays one; its target is replaced.
 */
public final class AtomicFile implements Closeable {
    private static final String END = ".tmp";
    private static final int NAMES_TO_TRY = 10_000;
    private static final int MOST_LINKS = 40;
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Optional<Path> temporary;
    private final Set<Path> unfinished;
    private final OutputStream raw;
    private final OutputStream stream;
    private boolean committed;

    private AtomicFile(Path target, Optional<Path> temporary, Set<Path> unfinished, OutputStream raw) {
        this.target = target;
        this.temporary = temporary;
        this.unfinished = unfinished;
        this.raw = raw;
        this.stream = new NamedOutput(new BufferedOutputStream(raw, BUFFER), target.toString());
        temporary.ifPresent(unfinished::add);
    }

    /**
     * Starts a file.
     *
     * @param file where it will stand
     * @param unfinished temporary files in use, safe for concurrent change: whoever ends the process early removes them
     * @throws IOException if the directory is missing or cannot be written to, or the file is a directory
     */
    public static AtomicFile create(Path file, Set<Path> unfinished) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory");
        }
        if (!isReplaceable(file)) {
            return new AtomicFile(file, Optional.empty(), unfinished, Files.newOutputStream(file));
        }
        Path target = followed(file);
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            String name = String.valueOf(directory);
            boolean exists = directory != null && Files.exists(directory);
            throw exists ? new NotDirectoryException(name) : new NoSuchFileException(name);
        }
        for (int n = 0; n < NAMES_TO_TRY; n++) {
            Path temporary = directory.resolve(beginning(target) + n + END);
            try {
                return new AtomicFile(target, Optional.of(temporary), unfinished, createNew(temporary, file));
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
        throw new FileSystemException(file.toString(), null, "too many unfinished copies stand beside it");
    }

    private static String beginning(Path target) {
        return "." + target.getFileName() + ".";
    }

    /**
     * Removes what processes that were killed have left of a file. Whoever calls this knows that nobody writes it now.
     *
     * @throws IOException if something cannot be removed
     */
    public static void clear(Path file) throws IOException {
        Path target = followed(file);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(target.getParent(), other -> {
            String name = other.getFileName().toString();
            return name.startsWith(beginning(target)) && name.endsWith(END);
        })) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Where a file really stands; a link that leads nowhere yet is followed too, as a shell does. */
    private static Path followed(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(file.toString(), null, "too many symbolic links, one after the other");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Whether a file can be replaced by renaming: it is a regular one or does not exist. */
    public static boolean isReplaceable(Path file) {
        return Files.isRegularFile(file) || !Files.exists(file);
    }

    /** The temporary file; a refusal names the file the user asked for. */
    private static OutputStream createNew(Path temporary, Path file) throws IOException {
        try {
            return Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(file.toString());
        } catch (FileSystemException e) {
            throw new FileSystemException(file.toString(), null, e.getReason());
        }
    }

    /** Where to write the content; buffered. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Ends the content without showing it yet.
     *
     * @throws IOException if what was buffered cannot be written, for instance because the disk is full
     */
    public void finish() throws IOException {
        stream.close();
    }

    /**
     * Shows the file under its name.
     *
     * @throws IOException as {@link #finish()}, or if the directory forbids it
     */
    public void commit() throws IOException {
        finish();
        if (temporary.isPresent()) {
            Files.move(temporary.get(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            unfinished.remove(temporary.get());
        }
        committed = true;
    }

    /** Removes the temporary file, unless the file was committed. */
    @Override
    public void close() throws IOException {
        if (committed) {
            return;
        }
        raw.close();
        if (temporary.isPresent()) {
            Files.deleteIfExists(temporary.get());
            unfinished.remove(temporary.get());
        }
    }
}
