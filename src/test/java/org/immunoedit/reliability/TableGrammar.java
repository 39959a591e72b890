package org.immunoedit.reliability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** CSV files of doses and of points. */
final class TableGrammar {
    private static final String[] ODD_FIELDS = {
        "",
        "\"",
        "\"a\"\"b\"",
        "\"a\nb\"",
        ".",
        "NA",
        "-1",
        "1e9",
        "1e10",
        "999999999999",
        "1e400",
        "nan",
        "T;",
        "0x1",
        "1,2",
        "\u0000",
        "é",
        "\t",
        " 1",
        "1 ",
        "'1'",
        "=1+1",
        "2147483648",
        "1e-320"
    };

    private final Chance chance;

    TableGrammar(Chance chance) {
        this.chance = chance;
    }

    String doses() {
        List<String> columns = new ArrayList<>(List.of("time", "amt", "cmt", "rate", "ii", "addl", "evid", "tinf"));
        List<String> chosen = new ArrayList<>(columns.subList(0, chance.from(2, columns.size())));
        if (chance.oneIn(4)) {
            Collections.reverse(chosen);
        }
        if (chance.oneIn(15)) {
            chosen.add(chance.pick("time", "", "mdv", "TIME", "DOSE", "\"a b\""));
        }
        StringBuilder text = new StringBuilder();
        String newline = start(text);
        text.append(String.join(",", chosen)).append(newline);
        for (int k = chance.from(0, 5); k > 0; k--) {
            line(chosen.stream().map(this::dose).toList(), text, newline);
        }
        return text.toString();
    }

    String points() {
        List<String> paths = List.of("parameters.a", "initial.T", "point", "parameters.nothing");
        List<String> header = new ArrayList<>(paths.subList(0, chance.from(1, paths.size())));
        StringBuilder text = new StringBuilder();
        String newline = start(text);
        text.append(String.join(",", header)).append(newline);
        for (int k = chance.from(0, 5); k > 0; k--) {
            line(header.stream().map(name -> field(chance.number())).toList(), text, newline);
        }
        return text.toString();
    }

    private String start(StringBuilder text) {
        if (chance.oneIn(15)) {
            text.append('\uFEFF');
        }
        return chance.pick("\n", "\n", "\r\n", "\r");
    }

    private void line(List<String> fields, StringBuilder text, String newline) {
        text.append(String.join(",", chance.oneIn(30) ? fields.subList(0, fields.size() - 1) : fields));
        if (!chance.oneIn(20)) {
            text.append(newline);
        }
    }

    private String dose(String column) {
        return field(
                switch (column) {
                    case "cmt" -> chance.pick("T", "1", "2", "E");
                    case "evid" -> chance.pick("1", "1", "0");
                    case "addl" -> chance.pick("0", "3");
                    case "rate", "tinf", "ii" -> chance.pick("0", "0", "1");
                    default -> chance.number();
                });
    }

    private String field(String usual) {
        return chance.oneIn(25) ? chance.pick(ODD_FIELDS) : usual;
    }
}
