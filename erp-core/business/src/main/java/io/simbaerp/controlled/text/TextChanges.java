package io.simbaerp.controlled.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** What is different between two texts, line by line, with some lines around each change. */
public final class TextChanges {

    private static final int AROUND = 3;

    private TextChanges() {}

    /** The changes in their order; nothing if there are none. */
    public static List<TextChange> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<TextChange> all = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, after.lines().toList()).getDeltas()) {
            int from = delta.getSource().getPosition();
            same(old.subList(at, from), all, at > 0);
            delta.getSource().getLines().forEach(line -> all.add(new TextChange(TextChange.Kind.REMOVED, line)));
            delta.getTarget().getLines().forEach(line -> all.add(new TextChange(TextChange.Kind.ADDED, line)));
            at = from + delta.getSource().size();
        }
        if (!all.isEmpty()) {
            List<String> rest = old.subList(at, old.size());
            add(rest.subList(0, Math.min(AROUND, rest.size())), all);
            leaveOut(rest.size() - AROUND, all);
        }
        return all;
    }

    /** The lines between two changes, those in the middle left out. */
    private static void same(List<String> lines, List<TextChange> all, boolean afterAChange) {
        int head = afterAChange ? Math.min(AROUND, lines.size()) : 0;
        int tail = Math.max(head, lines.size() - AROUND);
        add(lines.subList(0, head), all);
        leaveOut(tail - head, all);
        add(lines.subList(tail, lines.size()), all);
    }

    private static void add(List<String> lines, List<TextChange> all) {
        lines.forEach(line -> all.add(new TextChange(TextChange.Kind.SAME, line)));
    }

    private static void leaveOut(int count, List<TextChange> all) {
        if (count > 0) {
            all.add(new TextChange(TextChange.Kind.LEFT_OUT, String.valueOf(count)));
        }
    }
}
