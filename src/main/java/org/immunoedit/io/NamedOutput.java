package org.immunoedit.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.util.Objects;

/**
 * A stream whose failures name the file: the system says {@code No space left on device}, but not where. Every failure
 * leaves as a {@link FileSystemException} with the file's name.
 */
public final class NamedOutput extends OutputStream {
    private final OutputStream stream;
    private final String name;

    /** Writes to the stream in the name of a file. */
    public NamedOutput(OutputStream stream, String name) {
        this.stream = Objects.requireNonNull(stream, "stream");
        this.name = Objects.requireNonNull(name, "name");
    }

    @Override
    public void write(int b) throws IOException {
        try {
            stream.write(b);
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            stream.flush();
        } catch (IOException e) {
            throw named(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } catch (IOException e) {
            throw named(e);
        }
    }

    private IOException named(IOException cause) {
        FileSystemException named = new FileSystemException(name, null, cause.getMessage());
        named.initCause(cause);
        return named;
    }
}
