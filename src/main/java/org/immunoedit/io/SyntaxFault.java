package org.immunoedit.io;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.immunoedit.problem.Place;
import org.immunoedit.problem.Problem;

/**
 * Finds the first fault of a text that is no JSON and says in plain words what is wrong there. Knows the same grammar
 * as {@link JsonReader}: standard JSON with comments and trailing commas.
 */
final class SyntaxFault {
    private static final String KEY_OR_END = "a key in quotes or \"}\"";
    private static final String NUMBER = "a number such as 0.5, 12 or 1e-9";

    private final String text;
    private final String file;
    private int at;
    private Problem fault;
    private final Deque<Integer> open = new ArrayDeque<>();

    private SyntaxFault(String text, String file) {
        this.text = text;
        this.file = file;
    }

    /** The first fault; empty if the text is well-formed. */
    static Optional<Problem> find(String text, String file) {
        SyntaxFault search = new SyntaxFault(text, file);
        search.document();
        return Optional.ofNullable(search.fault);
    }

    private void document() {
        space();
        if (fault == null && at == text.length()) {
            fail(0, "the document is empty", "a JSON object { … }");
        }
        boolean more = value();
        while (more) {
            more = open.isEmpty() ? end() : next();
        }
    }

    /** After the last value nothing may follow. */
    private boolean end() {
        space();
        if (at < text.length()) {
            fail(at, "there is more text after the end of the document", "one JSON value");
        }
        return false;
    }

    /** After a value inside a list or object: a comma with what follows it, or the closing bracket. */
    private boolean next() {
        space();
        if (fault != null || unclosed()) {
            return false;
        }
        if (closes()) {
            return true;
        }
        if (text.charAt(at) != ',') {
            String closing = inObject() ? "\"}\"" : "\"]\"";
            return fail(at, token() + " cannot stand here; a comma is missing before it", "\",\" or " + closing);
        }
        at++;
        space();
        if (fault != null || unclosed()) {
            return false;
        }
        return closes() || member();
    }

    /** The value of a list, or the key, colon and value of an object. */
    private boolean member() {
        return inObject() ? key() && value() : value();
    }

    private boolean key() {
        if (text.charAt(at) != '"') {
            String found = text.charAt(at) == '\'' ? "single quotes do not make a key" : token() + " is not a key";
            return fail(at, found, KEY_OR_END);
        }
        if (!string()) {
            return false;
        }
        space();
        if (fault != null || unclosed()) {
            return false;
        }
        if (text.charAt(at) != ':') {
            return fail(at, token() + " cannot stand after a key", "\":\" and a value");
        }
        at++;
        return true;
    }

    private boolean value() {
        space();
        if (fault != null || unclosed()) {
            return false;
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{', '[' -> opening();
            case '"' -> string();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '+' -> number();
            case '\'' -> fail(at, "single quotes do not make a text", "double quotes");
            default -> word();
        };
    }

    private boolean opening() {
        open.push(at++);
        if (open.size() > JsonReader.MAX_DEPTH) {
            return fail(
                    at - 1, "lists and objects are nested too deeply", "at most " + JsonReader.MAX_DEPTH + " levels");
        }
        space();
        if (fault != null || unclosed()) {
            return false;
        }
        return closes() || member();
    }

    /** Consumes the bracket that closes the innermost list or object, if it stands here. */
    private boolean closes() {
        char right = inObject() ? '}' : ']';
        if (text.charAt(at) != right) {
            return false;
        }
        at++;
        open.pop();
        return true;
    }

    private boolean inObject() {
        return text.charAt(open.element()) == '{';
    }

    private boolean unclosed() {
        if (at < text.length()) {
            return false;
        }
        if (open.isEmpty()) {
            fail(at, "the document ends too early", "a value");
            return true;
        }
        Place from = Utf8.placeAt(text, open.element(), file);
        String bracket = text.substring(open.element(), open.element() + 1);
        String found = "the document ends before the \"" + bracket + "\" of line " + from.line() + ", column "
                + from.column() + " is closed";
        fail(at, found, inObject() ? "\"}\"" : "\"]\"");
        return true;
    }

    private boolean string() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                return fail(start, "this text has no closing quote in its line", "\"…\"");
            }
            if (c < ' ') {
                return fail(at, "a control character stands inside a text", "an escape such as \\t");
            }
            if (c == '\\' && !escape()) {
                return false;
            }
            at++;
        }
        if (at == text.length()) {
            return fail(start, "this text has no closing quote", "\"…\"");
        }
        at++;
        return true;
    }

    private boolean escape() {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean known = "\"\\/bfnrt".indexOf(c) >= 0;
        boolean unicode = c == 'u'
                && at + 6 <= text.length()
                && text.substring(at + 2, at + 6).matches("[0-9A-Fa-f]{4}");
        if (!known && !unicode) {
            return fail(
                    at,
                    "\"\\" + c + "\" is not an escape",
                    "\\\\ for a backslash, or one of \\\" \\/ \\b \\f \\n \\r \\t \\u0000");
        }
        at += unicode ? 5 : 1;
        return true;
    }

    private boolean number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0
                || at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            return true;
        }
        String why = word.matches("-?0[0-9]+.*") ? " has a leading zero" : " is not a number";
        return fail(start, word + why, NUMBER);
    }

    private boolean word() {
        int start = at;
        String word = token();
        at += word.length();
        return switch (word) {
            case "true", "false", "null" -> true;
            case "NaN", "Infinity" ->
                fail(start, word + " is not a number that a document may hold", "a finite number");
            case "True", "False" -> fail(start, word + " is not a value", "true or false in small letters");
            default ->
                fail(
                        start,
                        word + " is not a value",
                        "a text in double quotes, a number, true, false, a list or an object");
        };
    }

    /** The word or character that stands here. */
    private String token() {
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == at && text.charAt(at) == '"') {
            return "a text";
        }
        return end > at ? text.substring(at, end) : text.substring(at, at + Character.charCount(text.codePointAt(at)));
    }

    /** Skips white space and comments. */
    private void space() {
        while (at < text.length() && fault == null) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
            } else if (text.startsWith("//", at)) {
                at = endOfLine();
            } else if (text.startsWith("/*", at)) {
                comment();
            } else {
                return;
            }
        }
    }

    private int endOfLine() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            fail(at, "this comment is never closed", "*/");
            return;
        }
        at = end + 2;
    }

    private boolean fail(int offset, String found, String expected) {
        if (fault == null) {
            fault = Problem.error("json", Utf8.placeAt(text, offset, file), found, expected);
        }
        return false;
    }
}
