package org.immunoedit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.immunoedit.sweep.Arms;
import org.immunoedit.sweep.PhaseMap;

/** The tables of a map that grows where phases meet, under any of its arms. A failure is a label of its own. */
final class AdaptiveTables implements SweepLines {
    private final SweepStudy study;
    private final List<SweepTables.Points> points;
    private final Map<Long, String> labels = new ConcurrentHashMap<>();
    private PhaseMap map;
    private SweepTables tables;

    /**
     * The tables.
     *
     * @param map the coarse one, the design of the study
     * @param points of each arm
     */
    AdaptiveTables(SweepStudy study, PhaseMap map, List<SweepTables.Points> points) {
        this.study = study;
        this.points = points;
        this.map = map;
        tables = new SweepTables(study, points);
    }

    @Override
    public String outlook() {
        return "adaptive: a coarse grid, then more points where phases meet, at most " + map.uniform() + "\n";
    }

    @Override
    public List<String> report(Stream<String> rows) {
        double ratio = (double) map.size() / map.uniform();
        return List.of(String.format(
                Locale.ROOT,
                "%d points; a uniform grid that is as fine has %d (ratio %.3g)",
                map.size(),
                map.uniform(),
                ratio));
    }

    @Override
    public Map<String, Double> figures() {
        double ratio = (double) map.size() / map.uniform();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("uniform_points", (double) map.uniform());
        figures.put("ratio_to_uniform", ratio);
        return figures;
    }

    @Override
    public long points() {
        return tables.points();
    }

    @Override
    public Map<String, String> results() {
        return tables.results();
    }

    @Override
    public int statusField() {
        return tables.statusField();
    }

    @Override
    public String key(long row) {
        return tables.key(row);
    }

    @Override
    public Optional<Beside> beside() {
        return tables.beside();
    }

    @Override
    public Lines lines(long from, long to) {
        Lines lines = tables.lines(from, to);
        long row = from;
        for (String line : new String(lines.results(), UTF_8).lines().toList()) {
            resumed(row++, line);
        }
        return lines;
    }

    @Override
    public void resumed(long row, String line) {
        List<String> fields = Tally.fields(line, statusField() + 2);
        String status = fields.get(statusField());
        labels.put(row, status.equals(Tally.OK) ? fields.get(statusField() + 1) : status);
    }

    @Override
    public boolean grow() {
        Arms arms = study.plan().rows();
        List<String> all = new ArrayList<>();
        for (long point = 0; point < map.size(); point++) {
            StringBuilder label = new StringBuilder();
            for (long row = arms.rows(point); row < arms.rows(point + 1); row++) {
                label.append(labels.get(row)).append(' ');
            }
            all.add(label.toString());
        }
        Optional<PhaseMap> finer = map.refined(all);
        finer.ifPresent(refined -> {
            map = refined;
            tables = new SweepTables(study.over(refined), points);
        });
        return finer.isPresent();
    }
}
