package io.simbaerp.ledger.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How deep each account of a chart lies. */
final class Levels {

    private Levels() {}

    /** By number; 0 at the top, and where the way up leaves the chart or goes in a circle. */
    static Map<String, Integer> of(List<ChartAccount> accounts) {
        Map<String, String> parents = new HashMap<>();
        accounts.stream()
                .filter(account -> account.parent() != null)
                .forEach(account -> parents.put(account.code(), String.valueOf(account.parent())));
        Map<String, Integer> levels = new HashMap<>();
        for (ChartAccount account : accounts) {
            int level = 0;
            String above = parents.get(account.code());
            while (above != null && level <= accounts.size()) {
                level++;
                above = parents.get(above);
            }
            levels.put(account.code(), level > accounts.size() ? 0 : level);
        }
        return levels;
    }
}
