package org.immunoedit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page of the documentation.
 *
 * @param kind first word behind the fence: the language
 * @param words what follows it on that line: how the block is tested, or the name of a file that it is saved as
 */
record PageBlock(String kind, List<String> words, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: ([^\\n]*))?\\n(.*?)^```$");

    PageBlock {
        words = List.copyOf(words);
    }

    /** The blocks of a page that name a language. */
    static List<PageBlock> of(Path page) throws IOException {
        List<PageBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(page));
        while (matcher.find()) {
            List<String> words = matcher.group(2) == null
                    ? List.of()
                    : List.of(matcher.group(2).split(" "));
            blocks.add(new PageBlock(matcher.group(1), words, matcher.group(3)));
        }
        return blocks;
    }

    boolean is(String language, String word) {
        return kind.equals(language) && words.contains(word);
    }

    /** The command lines of a block, joined where a backslash ends the line. */
    List<String> commands() {
        return text.replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith("immunoedit "))
                .toList();
    }
}
