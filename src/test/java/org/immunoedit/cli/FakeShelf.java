package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two small models. */
final class FakeShelf implements Shelf {
    private static final Map<String, String> MODELS = Map.of("kuznetsov-1994", """
            {
              "name": "kuznetsov-1994",
              "title": "Dormancy and escape",
              "source": {"authors": "Kuznetsov et al.", "year": 1994, "doi": "10.1007/BF02460644"},
              "time": "d",
              "states": {
                "E": {"unit": "cell", "initial": 3.2e5, "about": "effector cells"},
                "T": {"unit": "cell", "initial": "size", "about": "tumor cells", "extinct_below": 1}
              },
              "parameters": {
                "s": {"value": 1.3e4, "unit": "cell/d", "about": "influx", "source": "table 1", "range": [0, 1e5]},
                "d": {"value": "0.0412 1/d", "unit": "1/d"},
                "size": {"value": 5e6, "unit": "cell"}
              },
              "functions": {"twice(x)": "2*x"},
              "definitions": {"death": {"is": "d*E", "unit": "cell/d", "about": "of effectors"}},
              "rates": {"E": "s - death", "T": "0.18*T/twice(1)"},
              "events": [{"when": "T > 1e11", "set": {"T": "0"}, "label": "resection", "stop": true}],
              "hooks": {"pd1": {"unit": "1", "about": "blockade"}},
              "claims": [{"about": "dormant point"}]
            }
            """, "clones", """
            {
              "name": "clones", "time": "d", "units": "unchecked", "units_reason": "none are given", "indices": {"i": 2},
              "states": {"T[i]": {"initial": [3, 4]}},
              "parameters": {"mu[i,j]": {"value": [[1, 2], [3, 4]]}},
              "rates": {"T[i]": "sum(j, mu[i,j])*T[i]"}
            }
            """);

    @Override
    public List<String> names() {
        return List.of("clones", "kuznetsov-1994");
    }

    @Override
    public Optional<byte[]> open(String name) {
        return Optional.ofNullable(MODELS.get(name)).map(text -> text.getBytes(UTF_8));
    }

    @Override
    public String file(String name) {
        return "models/" + name + ".json";
    }
}
