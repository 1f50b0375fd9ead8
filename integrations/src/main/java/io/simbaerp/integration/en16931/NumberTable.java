package io.simbaerp.integration.en16931;

import java.util.Arrays;
import java.util.Map;

/** Looks up a small number by a long one without making objects: it is asked for every element of every document. */
final class NumberTable {

    private static final int ABSENT = -1;

    private final long[] keys;
    private final int[] values;

    NumberTable(Map<Long, Integer> entries) {
        int size = Integer.highestOneBit(Math.max(4, entries.size() * 4));
        keys = new long[size];
        values = new int[size];
        Arrays.fill(values, ABSENT);
        entries.forEach((key, value) -> {
            int slot = slot(key);
            keys[slot] = key;
            values[slot] = value;
        });
    }

    /** The number kept under the key, or -1. */
    int get(long key) {
        return values[slot(key)];
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
