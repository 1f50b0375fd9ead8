package io.simbaerp.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Milliseconds of the same work done many times, the shortest first. */
final class SortedTimes {

    private SortedTimes() {}

    static double[] worse(double[] one, double[] other) {
        return part(one, 0.95) > part(other, 0.95) ? one : other;
    }

    static double[] times(int count, Callable<?> work) throws Exception {
        double[] times = new double[count];
        for (int n = 0; n < count; n++) {
            long start = System.nanoTime();
            work.call();
            times[n] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    static double middle(double[] sorted) {
        return part(sorted, 0.5);
    }

    static double part(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }
}
