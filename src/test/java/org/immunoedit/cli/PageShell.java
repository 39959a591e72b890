package org.immunoedit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types the command lines of the documentation in a directory, where a file that one of them wrote is there for the
 * next.
 */
final class PageShell {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Path directory;

    PageShell(Path directory) {
        this.directory = directory;
    }

    /** Runs a line that must end well and gives what it prints. */
    String run(String line) throws IOException {
        Shell.Result result = result(line);
        assertThat(result.code()).as(line + "\n" + result.err()).isZero();
        return result.out();
    }

    /** Runs a line that must end badly and gives what it complains about. */
    String complaint(String line) throws IOException {
        Shell.Result result = result(line);
        assertThat(result.code()).as(line + "\n" + result.out()).isNotZero();
        return result.err().replace(directory + "/", "");
    }

    private Shell.Result result(String line) throws IOException {
        List<Object> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line.substring("immunoedit ".length()));
        while (matcher.find()) {
            String word = matcher.group(1) != null ? matcher.group(1) : matcher.group(matcher.group(2) != null ? 2 : 3);
            boolean output = !words.isEmpty() && words.get(words.size() - 1).equals("-o");
            boolean written = !word.isEmpty() && Files.exists(directory.resolve(word));
            if (word.contains("*") && !word.contains("=")) {
                words.addAll(files(word));
            } else {
                words.add(output || written ? directory.resolve(word).toString() : word);
            }
        }
        return new Shell(new Workbench()).run(words.toArray());
    }

    /** What a shell makes of a pattern. */
    private static List<String> files(String pattern) throws IOException {
        Path path = Path.of(pattern);
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(path.getParent(), path.getFileName().toString())) {
            found.forEach(file -> files.add(file.toString()));
        }
        assertThat(files).as(pattern).isNotEmpty();
        return files.stream().sorted().toList();
    }
}
