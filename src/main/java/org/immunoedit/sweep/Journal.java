package org.immunoedit.sweep;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/**
 * A table that grows by whole lines at its end and survives the death of its process at any moment: what is there after
 * the last complete line is cut off when it is opened again. It stands under a name of its own until it is finished.
 */
public final class Journal implements Closeable {
    /** What the name of an unfinished table ends with. */
    public static final String SUFFIX = ".part";

    private static final int BUFFER = 1 << 16;

    private final Path table;
    private final Path file;
    private final FileChannel channel;

    private Journal(Path table, Path file, FileChannel channel) {
        this.table = table;
        this.file = file;
        this.channel = channel;
    }

    /** Where a table stands while it is unfinished. */
    public static Path unfinished(Path table) {
        return table.resolveSibling(table.getFileName() + SUFFIX);
    }

    /**
     * Opens the journal of a table, new or left behind.
     *
     * @param header first line
     * @param keep asked for each complete line behind the header, in order; where it says no, the journal is cut off
     * @throws IOException if another process has it open, or it cannot be read or written
     */
    public static Journal open(Path table, String header, Predicate<String> keep) throws IOException {
        Journal journal = claim(table);
        try {
            journal.resume(header, keep);
            return journal;
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * Claims the journal of a table for this process, new and empty or as it was left behind.
     *
     * @throws IOException if another process has it open, or it cannot be made
     */
    public static Journal claim(Path table) throws IOException {
        Path file = unfinished(table);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Journal journal = new Journal(table, file, channel);
        try {
            journal.lock();
            return journal;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Cuts off what cannot be kept; further lines are appended there.
     *
     * @param header first line
     * @param keep as in {@link #open}
     * @throws IOException if it cannot be read or written
     */
    public void resume(String header, Predicate<String> keep) throws IOException {
        long good = complete(header, keep);
        channel.truncate(good).position(good);
        if (good == 0) {
            append((header + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new FileSystemException(file.toString(), null, "another process is writing this sweep");
        }
    }

    /** Length of what can be kept: the header and the lines behind it, each with its end. */
    private long complete(String header, Predicate<String> keep) throws IOException {
        // not closed: that would close the channel, too
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)), BUFFER);
        Line line = new Line(in);
        if (!line.read() || !line.text().equals(header)) {
            return 0;
        }
        long good = line.length();
        while (line.read() && keep.test(line.text())) {
            good += line.length();
        }
        return good;
    }

    /**
     * Appends whole lines.
     *
     * @throws IOException that names the file, for instance because the disk is full; what was written stays
     */
    public void append(byte[] lines) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(lines);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }

    /** Ends the table: on the disk, under its own name. */
    public void finish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(file, table, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Lines one after another; an incomplete last one does not count. */
    private static final class Line {
        private final InputStream in;
        private byte[] bytes = new byte[1024];
        private int size;

        Line(InputStream in) {
            this.in = in;
        }

        boolean read() throws IOException {
            size = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    return true;
                }
                if (size == bytes.length) {
                    bytes = java.util.Arrays.copyOf(bytes, 2 * size);
                }
                bytes[size++] = (byte) b;
            }
            return false;
        }

        String text() {
            return new String(bytes, 0, size, StandardCharsets.UTF_8);
        }

        long length() {
            return size + 1L;
        }
    }
}
