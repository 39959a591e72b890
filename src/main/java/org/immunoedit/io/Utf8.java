package org.immunoedit.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problems;

/** Decodes UTF-8 strictly: a wrong byte is an error with its place, never a replacement character. */
final class Utf8 {
    private Utf8() {}

    /** The text without a byte order mark; empty after a problem with code {@code encoding}. */
    static Optional<String> decode(byte[] bytes, String file, Problems problems) {
        int mark = hasMark(bytes) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (!result.isError()) {
            return Optional.of(text);
        }
        String wrong = String.format(Locale.ROOT, "the byte 0x%02X is not UTF-8 text", bytes[in.position()] & 0xFF);
        problems.error("encoding", placeAt(text, text.length(), file), wrong, "a file saved as UTF-8");
        return Optional.empty();
    }

    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** Line and column of an offset; CR, LF and CRLF end a line. */
    static Place placeAt(String text, int offset, String file) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (ends) {
                line++;
                start = i + 1;
            }
        }
        return new Place(file, line, offset - start + 1, "");
    }
}
