package org.immunoedit.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A map of labels over two names that is fine only where labels meet: a quadtree over a coarse grid (Finkel and Bentley
 * 1974, Acta Inform 4:1). A cell is divided when the points known on its edges carry different labels; cells that share
 * an edge differ by one level at most. So a boundary that the coarse grid sees is followed at the finest level as far
 * as it goes, and a region that lies wholly between points of the coarse grid is not seen. Immutable: each refinement
 * is another map, whose plan begins with the plan of the one before.
 */
public final class PhaseMap implements Design {
    /** Most times that a cell is divided. */
    public static final int MOST_LEVELS = 12;

    private final Lattice lattice;
    private final long[] plan;

    private PhaseMap(Lattice lattice, long[] plan) {
        this.lattice = lattice;
        this.plan = plan;
    }

    /**
     * The coarse grid, last name fastest.
     *
     * @param levels how often a cell may be divided
     * @throws IllegalArgumentException if either name has fewer than two values, or the finest grid too many
     */
    public static PhaseMap coarse(Spread.Steps first, Spread.Steps second, int levels) {
        Lattice lattice = new Lattice(first, second, levels);
        int side = lattice.side(0);
        List<Long> nodes = new ArrayList<>();
        for (long i = 0; i <= lattice.width(); i += side) {
            for (long j = 0; j <= lattice.height(); j += side) {
                nodes.add(lattice.node(i, j));
            }
        }
        return new PhaseMap(lattice, nodes.stream().mapToLong(n -> n).toArray());
    }

    @Override
    public long size() {
        return plan.length;
    }

    @Override
    public double[] at(long point) {
        return lattice.at(plan[Math.toIntExact(point)]);
    }

    /** The coarsest grid that a point belongs to: 0 for the first one. */
    public int level(long point) {
        return lattice.level(plan[Math.toIntExact(point)]);
    }

    /** How many points a uniform grid has that is as fine everywhere as this map can be. */
    public long uniform() {
        return lattice.nodes();
    }

    /**
     * The map with the points that the labels of all its points ask for.
     *
     * @return empty when no cell needs to be divided
     */
    public Optional<PhaseMap> refined(List<String> labels) {
        if (labels.size() != plan.length) {
            throw new IllegalArgumentException(labels.size() + " labels for " + plan.length + " points");
        }
        Map<Long, String> known = new HashMap<>();
        for (int point = 0; point < plan.length; point++) {
            known.put(plan[point], labels.get(point));
        }
        long[] more = new Division(lattice, known).wanted();
        if (more.length == 0) {
            return Optional.empty();
        }
        long[] longer = Arrays.copyOf(plan, plan.length + more.length);
        System.arraycopy(more, 0, longer, plan.length, more.length);
        return Optional.of(new PhaseMap(lattice, longer));
    }

    /** The points of the finest grid, numbered row by row. */
    private record Lattice(Spread.Steps first, Spread.Steps second, int levels) {
        private static final long MOST_STEPS = 1L << 30;

        Lattice {
            long most = MOST_STEPS >> levels;
            boolean fits = levels >= 0
                    && levels <= MOST_LEVELS
                    && first.size() >= 2
                    && second.size() >= 2
                    && first.size() <= most
                    && second.size() <= most;
            if (!fits) {
                throw new IllegalArgumentException(
                        "a map of " + first.size() + " by " + second.size() + " values and " + levels + " levels");
            }
        }

        long width() {
            return (first.size() - 1L) << levels;
        }

        long height() {
            return (second.size() - 1L) << levels;
        }

        long nodes() {
            return (width() + 1) * (height() + 1);
        }

        /** Edge of a cell in steps of the finest grid. */
        int side(int level) {
            return 1 << levels - level;
        }

        long node(long i, long j) {
            return i * (height() + 1) + j;
        }

        double[] at(long node) {
            long i = node / (height() + 1);
            long j = node % (height() + 1);
            return new double[] {first.range().at(i, width()), second.range().at(j, height())};
        }

        int level(long node) {
            long both = node / (height() + 1) | node % (height() + 1);
            return Math.max(0, levels - Long.numberOfTrailingZeros(both));
        }

        boolean holds(Cell cell) {
            return cell.i() >= 0 && cell.j() >= 0 && cell.i() < width() && cell.j() < height();
        }
    }

    /** A square by its lower corner. */
    private record Cell(int level, long i, long j) {
        Cell parent(Lattice lattice) {
            int side = lattice.side(level - 1);
            return new Cell(level - 1, i - i % side, j - j % side);
        }

        List<Cell> neighbors(Lattice lattice) {
            int side = lattice.side(level);
            return List.of(
                    new Cell(level, i - side, j),
                    new Cell(level, i + side, j),
                    new Cell(level, i, j - side),
                    new Cell(level, i, j + side));
        }

        List<Cell> quarters(Lattice lattice) {
            int half = lattice.side(level + 1);
            return List.of(
                    new Cell(level + 1, i, j),
                    new Cell(level + 1, i, j + half),
                    new Cell(level + 1, i + half, j),
                    new Cell(level + 1, i + half, j + half));
        }

        long center(Lattice lattice) {
            int half = lattice.side(level + 1);
            return lattice.node(i + half, j + half);
        }

        /** Its corners and the middles of its edges. */
        List<Long> rim(Lattice lattice) {
            int half = lattice.side(level + 1);
            List<Long> rim = new ArrayList<>();
            for (int a = 0; a <= 2; a++) {
                for (int b = 0; b <= 2; b++) {
                    if (a != 1 || b != 1) {
                        rim.add(lattice.node(i + (long) a * half, j + (long) b * half));
                    }
                }
            }
            return rim;
        }
    }

    /** Which cells are divided, by what is known. */
    private record Division(Lattice lattice, Map<Long, String> known, Set<Cell> divided, Set<Cell> before) {
        Division(Lattice lattice, Map<Long, String> known) {
            this(lattice, known, new HashSet<>(), new HashSet<>());
        }

        /** The points that are missing, in the order of the lattice. */
        long[] wanted() {
            List<Cell> mixed = new ArrayList<>();
            int side = lattice.side(0);
            for (long i = 0; i < lattice.width(); i += side) {
                for (long j = 0; j < lattice.height(); j += side) {
                    descend(new Cell(0, i, j), mixed);
                }
            }
            mixed.forEach(this::divide);
            return divided.stream()
                    .filter(cell -> !before.contains(cell))
                    .flatMap(cell -> Stream.concat(cell.rim(lattice).stream(), Stream.of(cell.center(lattice))))
                    .filter(node -> !known.containsKey(node))
                    .mapToLong(node -> node)
                    .distinct()
                    .sorted()
                    .toArray();
        }

        private void descend(Cell cell, List<Cell> mixed) {
            if (cell.level() == lattice.levels()) {
                return;
            }
            if (known.containsKey(cell.center(lattice))) {
                divided.add(cell);
                before.add(cell);
                cell.quarters(lattice).forEach(quarter -> descend(quarter, mixed));
            } else if (isMixed(cell)) {
                mixed.add(cell);
            }
        }

        private boolean isMixed(Cell cell) {
            return cell.rim(lattice).stream()
                            .map(known::get)
                            .filter(label -> label != null)
                            .distinct()
                            .count()
                    > 1;
        }

        /** Divides a cell, and first what is around it so far that levels differ by one at most. */
        private void divide(Cell cell) {
            if (!divided.add(cell) || cell.level() == 0) {
                return;
            }
            for (Cell neighbor : cell.neighbors(lattice)) {
                if (lattice.holds(neighbor)) {
                    divide(neighbor.parent(lattice));
                }
            }
        }
    }
}
