import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Build step: copies the dependency jars and raises class files of Java 5 and older to version 50 (Java 6).
 *
 * <p>The JVM's class-data sharing refuses class files below version 50, which picocli and Commons Math still have, and
 * that costs about a third of the start-up time. Version 50 is the highest number that is safe without rewriting code:
 * up to it the JVM falls back to the old verifier for methods without stack maps. Only the two version bytes of these
 * classes change. Usage: {@code java ShareableClassFiles.java FROM_DIRECTORY TO_DIRECTORY}.
 */
public final class ShareableClassFiles {
    private static final int SHAREABLE = 50;
    private static final int MAJOR_LOW_BYTE = 7;

    private ShareableClassFiles() {}

    /** Copies every jar of the first directory into the second. */
    public static void main(String[] args) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            for (Path jar : jars) {
                copy(jar, Path.of(args[1]).resolve(jar.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                ZipInputStream source = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream target = new ZipOutputStream(out)) {
            for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(entry.getLastModifiedTime());
                target.putNextEntry(copy);
                target.write(raised(entry.getName(), source.readAllBytes()));
                target.closeEntry();
            }
        }
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
    }

    private static byte[] raised(String name, byte[] content) {
        boolean old =
                name.endsWith(".class") && content[MAJOR_LOW_BYTE - 1] == 0 && content[MAJOR_LOW_BYTE] < SHAREABLE;
        if (old) {
            content[MAJOR_LOW_BYTE] = SHAREABLE;
        }
        return content;
    }
}
