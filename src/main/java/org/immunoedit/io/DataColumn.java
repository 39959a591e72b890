package org.immunoedit.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immunoedit.problem.Place;

/** A growing column: of numbers, until the first text makes it one of texts. */
final class DataColumn {
    private static final int FIRST_ROOM = 64;
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private double[] numbers = new double[FIRST_ROOM];
    private List<String> texts;
    private final Map<String, String> known = new HashMap<>();
    private int size;
    private String strange = "";
    private Place strangePlace;
    private Optional<Place> firstGap = Optional.empty();
    private boolean afterNumbers;

    DataColumn(Place place) {
        strangePlace = place;
    }

    /** Adds a cell. */
    void add(String cell, Place place) {
        if (texts == null) {
            if (isMissing(cell) || isNumber(cell)) {
                double value = isMissing(cell) ? Double.NaN : Double.parseDouble(cell);
                if (firstGap.isEmpty() && !Double.isFinite(value)) {
                    firstGap = Optional.of(place);
                }
                add(value);
                return;
            }
            strange = cell;
            strangePlace = place;
            afterNumbers = Arrays.stream(numbers, 0, size).anyMatch(Double::isFinite);
            texts = new ArrayList<>(texts());
        }
        texts.add(known.computeIfAbsent(cell, text -> text));
        size++;
    }

    private void add(double value) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = value;
    }

    private static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equals("NA") || cell.equals("NaN");
    }

    /** Decimal numbers only: Java would also read hexadecimal ones, and endings such as d. */
    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    boolean isNumeric() {
        return texts == null;
    }

    /** Whether its first cell that is not missing is a text: not a number with a fault, but words. */
    boolean isWords() {
        return texts != null && !afterNumbers;
    }

    /** The first cell that is no number. */
    String strange() {
        return strange;
    }

    Place strangePlace() {
        return strangePlace;
    }

    /** The first cell that holds no finite number, if it stands before any text. */
    Optional<Place> firstGap() {
        return firstGap;
    }

    double[] numbers() {
        return Arrays.copyOf(numbers, size);
    }

    List<String> texts() {
        if (texts != null) {
            return List.copyOf(texts);
        }
        NumberText text = new NumberText();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            StringBuilder cell = new StringBuilder();
            text.append(numbers[i], cell);
            cells.add(cell.toString());
        }
        return cells;
    }
}
