package org.immunoedit.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Writes an HTML page that is well-formed XML too. Whatever text goes in comes out as text, never as markup. */
final class ReportHtml {
    /** Light, readable on paper; figures as wide as the text. */
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,"Helvetica Neue",Arial,sans-serif;color:#1a1a1a;background:#fff;\
            max-width:52rem;margin:2rem auto;padding:0 1.5rem}
            h1{font-size:1.6rem;line-height:1.25;margin:0 0 .3rem}
            h2{font-size:1.1rem;margin:2rem 0 .5rem;padding-bottom:.2rem;border-bottom:1px solid #ccc}
            h3{font-size:1rem;margin:1.2rem 0 .3rem}
            p{margin:.4rem 0}
            .kind{color:#666;font-size:.85rem;margin:0}
            .verdict{margin:1rem 0;padding:.6rem .9rem;border-left:.35rem solid #888;background:#f6f6f6}
            .verdict b{font-size:1.15rem}
            .elimination{border-color:#009e73}.equilibrium{border-color:#0072b2}
            .escape{border-color:#d55e00}.undetermined{border-color:#888}
            table{border-collapse:collapse;margin:.5rem 0;font-size:.87rem}
            th,td{text-align:left;vertical-align:top;padding:.18rem .9rem .18rem 0;border-bottom:1px solid #e4e4e4}
            th{font-weight:600;border-bottom-color:#999}
            tbody th{border-bottom-color:#e4e4e4;white-space:nowrap}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .hash,code,pre{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.78rem}
            .hash{word-break:break-all;color:#555}
            pre{white-space:pre-wrap;word-break:break-word;background:#f6f6f6;padding:.7rem;margin:.4rem 0}
            figure{margin:1rem 0}
            figure svg{width:100%;height:auto;display:block}
            details{margin:.5rem 0}
            summary{cursor:pointer;color:#444}
            footer{margin-top:2.5rem;color:#666;font-size:.8rem;border-top:1px solid #ccc;padding-top:.5rem}
            @media print{body{margin:0;max-width:none;padding:0;font-size:10pt}h2{break-after:avoid}\
            figure,tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
            """;

    private final StringBuilder page = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins a page. */
    ReportHtml(String title) {
        page.append("<!DOCTYPE html>\n");
        open("html", "lang", "en").open("head");
        page.append("<meta charset=\"utf-8\"/>")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        element("title", title);
        // only constants: a style is no place for text from files
        page.append("<style>\n").append(STYLE).append("</style>");
        close().open("body");
    }

    /** Opens an element; attributes are names and values in turn. */
    ReportHtml open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        page.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    ReportHtml close() {
        page.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** Adds text. */
    ReportHtml text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** Adds an element with text, unless the text is empty. */
    ReportHtml element(String tag, String text, String... attributes) {
        return text.isEmpty() ? this : open(tag, attributes).text(text).close();
    }

    /** Adds a picture that is an {@code svg} element already. */
    ReportHtml figure(String svg) {
        open("figure");
        page.append(svg);
        return close();
    }

    /** A column of a table. */
    record Head(String title, boolean number) {
        static Head text(String title) {
            return new Head(title, false);
        }

        static Head number(String title) {
            return new Head(title, true);
        }
    }

    /** Adds a table; columns that are empty throughout are left out, and so is a table without rows. */
    ReportHtml table(List<Head> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        boolean[] shown = new boolean[heads.size()];
        for (int c = 0; c < shown.length; c++) {
            int column = c;
            shown[c] = rows.stream().anyMatch(row -> !row.get(column).isEmpty());
        }
        open("table").open("thead").open("tr");
        cells("th", heads, heads.stream().map(Head::title).toList(), shown);
        close().close().open("tbody");
        for (List<String> row : rows) {
            open("tr");
            cells("td", heads, row, shown);
            close();
        }
        return close().close();
    }

    /** Adds a table of names and values, without those that have none. */
    ReportHtml pairs(Map<String, String> pairs) {
        open("table").open("tbody");
        pairs.forEach((name, value) -> {
            if (!value.isEmpty()) {
                open("tr").element("th", name).element("td", value).close();
            }
        });
        return close().close();
    }

    private void cells(String tag, List<Head> heads, List<String> texts, boolean[] shown) {
        for (int c = 0; c < texts.size(); c++) {
            if (shown[c]) {
                boolean number = heads.get(c).number();
                open(tag, number ? new String[] {"class", "n"} : new String[0])
                        .text(texts.get(c))
                        .close();
            }
        }
    }

    /** The whole page; what is open is closed. */
    String page() {
        while (!open.isEmpty()) {
            close();
        }
        return page.toString();
    }

    /** Text for XML; signs that XML does not know become the sign for what cannot be shown. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c < 0xD800
                || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
    }
}
