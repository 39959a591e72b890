package org.immunoedit.compile;

import java.util.Arrays;

/** A list of numbers without boxes. */
final class Ints {
    private int[] items = new int[16];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    int get(int k) {
        return items[k];
    }

    void set(int k, int item) {
        items[k] = item;
    }

    int removeLast() {
        return items[--size];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
