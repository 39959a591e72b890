import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Build step: copies the dependency jars and lifts class files older than Java 6 to its version, 50, with stack maps.
 *
 * <p>The JVM's class-data sharing refuses class files below version 50, and those of version 50 that have no stack maps
 * and so fall back to the old verifier. Those of picocli and Commons Math are of version 49, which costs a good part of
 * the start-up time. Names, members and instructions stay as they are. Usage: {@code java -cp asm.jar
 * ShareableClassFiles.java FROM_DIRECTORY TO_DIRECTORY}.
 */
public final class ShareableClassFiles {
    private static final int MAJOR_HIGH_BYTE = 6;
    private static final int MAJOR_LOW_BYTE = 7;

    private final ClassLoader types;

    private ShareableClassFiles(ClassLoader types) {
        this.types = types;
    }

    /** Copies every jar of the first directory into the second. */
    public static void main(String[] args) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            found.forEach(jars::add);
        }
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        try (URLClassLoader types = new URLClassLoader(urls.toArray(URL[]::new))) {
            ShareableClassFiles lift = new ShareableClassFiles(types);
            for (Path jar : jars) {
                lift.copy(jar, Path.of(args[1]).resolve(jar.getFileName()));
            }
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                ZipInputStream source = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream target = new ZipOutputStream(out)) {
            for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(entry.getLastModifiedTime());
                target.putNextEntry(copy);
                byte[] content = source.readAllBytes();
                target.write(isOldClass(entry.getName(), content) ? lifted(content) : content);
                target.closeEntry();
            }
        }
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
    }

    private static boolean isOldClass(String name, byte[] content) {
        return name.endsWith(".class") && content[MAJOR_HIGH_BYTE] == 0 && content[MAJOR_LOW_BYTE] < Opcodes.V1_6;
    }

    private byte[] lifted(byte[] content) {
        ClassReader reader = new ClassReader(content);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return types;
            }

            @Override
            protected String getCommonSuperClass(String a, String b) {
                try {
                    return super.getCommonSuperClass(a, b);
                } catch (TypeNotPresentException | LinkageError e) {
                    return "java/lang/Object"; // an optional library that is not here, such as Groovy for picocli
                }
            }
        };
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int version, int access, String name, String signature, String parent, String[] types) {
                        super.visit(Opcodes.V1_6, access, name, signature, parent, types);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
