package io.simbaerp.integration.en16931;

import io.simbaerp.integration.xml.XmlTrees;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;

/** Looks at a document once and opens the gates of all assertions that could fail in it. */
final class GateKeeper {

    /** An ending of names, and the number of the gate it opens or of the mode that visits it. */
    private record Ending(int number, String uri, String ending, BitSet familiar) {}

    private static final XdmAtomicValue OPEN = new XdmAtomicValue(true);

    /** Sets the numbers of attribute names apart from those of elements. */
    private static final int ATTRIBUTE = 1 << 24;

    /** Deeper than the parser lets any document be. */
    private static final int DEEPEST = 256;

    private final NamePool pool =
            XmlTrees.PROCESSOR.getUnderlyingConfiguration().getNamePool();
    private final Map<String, String> namespaces;
    private final List<QName> parameters = new ArrayList<>();
    private final List<List<int[]>> needs = new ArrayList<>();
    private final List<Ending> endings = new ArrayList<>();
    private final Map<String, Integer> categories = new HashMap<>();
    private final NumberTable once;
    private final NumberTable twice;
    private final int[] codeElements;
    private final List<QName> visitParameters = new ArrayList<>();
    private final List<Ending> visitEndings = new ArrayList<>();
    private final NumberTable visitSteps;

    /** Under the number of a step, the modes that visit it. */
    private long[] visitMasks = new long[0];

    /** The next number for a fact; the first numbers are those of gates an unfamiliar name has opened. */
    private int next;

    /** @param namespaces the stylesheet's prefixes */
    GateKeeper(List<Gate> gates, List<Visits> visits, Map<String, String> namespaces) {
        this.namespaces = namespaces;
        this.next = gates.size();
        Map<Long, Integer> single = new HashMap<>();
        Map<Long, Integer> repeated = new HashMap<>();
        for (Gate gate : gates) {
            gate.unfamiliar().forEach(each -> endings.add(ending(parameters.size(), each)));
            parameters.add(new QName(gate.parameter()));
            needs.add(gate.alternatives().stream()
                    .map(needed -> needed.stream()
                            .mapToInt(fact -> number(fact, fact.repeated() ? repeated : single))
                            .toArray())
                    .toList());
            gate.alternatives().stream()
                    .flatMap(Set::stream)
                    .filter(Fact::repeated)
                    .forEach(fact -> number(fact, single));
        }
        this.visitSteps = new NumberTable(modesByStep(visits));
        this.once = new NumberTable(single);
        this.twice = new NumberTable(repeated);
        this.codeElements = PathReader.CODES.stream()
                .filter(name -> namespaces.containsKey(name.substring(0, name.indexOf(':'))))
                .mapToInt(this::fingerprint)
                .toArray();
    }

    /** Opens what could matter for this document; everything else stays shut. */
    void open(XsltTransformer transformer, TinyTree tree) {
        List<List<XdmNode>> visited = new ArrayList<>();
        visitParameters.forEach(parameter -> visited.add(new ArrayList<>()));
        BitSet there = look(tree, visited);
        for (int mode = 0; mode < visited.size(); mode++) {
            transformer.setParameter(visitParameters.get(mode), new XdmValue(visited.get(mode)));
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (there.get(i) || needs.get(i).stream().anyMatch(needed -> isWithin(needed, there))) {
                transformer.setParameter(parameters.get(i), OPEN);
            }
        }
    }

    /** Opens everything, for a tree that cannot be looked at. */
    void openAll(XsltTransformer transformer) {
        parameters.forEach(parameter -> transformer.setParameter(parameter, OPEN));
    }

    private BitSet look(TinyTree tree, List<List<XdmNode>> visited) {
        BitSet there = new BitSet(next);
        Map<Integer, Long> modesByEnding = new HashMap<>();
        byte[] kinds = tree.getNodeKindArray();
        short[] depths = tree.getNodeDepthArray();
        int[] codes = tree.getNameCodeArray();
        int[] ancestors = new int[DEEPEST];
        for (int node = 0; node < tree.getNumberOfNodes(); node++) {
            if (kinds[node] == Type.ELEMENT || kinds[node] == Type.TEXTUAL_ELEMENT) {
                int name = codes[node] & NamePool.FP_MASK;
                int parent = depths[node] == 0 ? 0 : ancestors[depths[node] - 1];
                ancestors[depths[node]] = name;
                note(there, parent, name);
                noteCode(there, tree, node, name);
                long modes = modesByEnding.computeIfAbsent(name, first -> noteEnding(there, first));
                visit(tree, node, modes | modes(0, name) | modes(parent, name), visited);
            }
        }
        lookAtAttributes(tree, there);
        return there;
    }

    private void lookAtAttributes(TinyTree tree, BitSet there) {
        int[] names = tree.getAttributeNameCodeArray();
        int[] parents = tree.getAttributeParentArray();
        int[] codes = tree.getNameCodeArray();
        for (int i = 0; i < tree.getNumberOfAttributes(); i++) {
            int parent = codes[parents[i]] & NamePool.FP_MASK;
            note(there, parent, ATTRIBUTE | (names[i] & NamePool.FP_MASK));
        }
    }

    /** The modes that visit an element of this name below that parent, a bit for each. */
    private long modes(int parent, int name) {
        int step = visitSteps.get(pair(parent, name));
        return step < 0 ? 0 : visitMasks[step];
    }

    private static void visit(TinyTree tree, int node, long modes, List<List<XdmNode>> visited) {
        for (long left = modes; left != 0; left &= left - 1) {
            visited.get(Long.numberOfTrailingZeros(left)).add(new XdmNode(tree.getNode(node)));
        }
    }

    private void noteCode(BitSet there, TinyTree tree, int node, int name) {
        if (isCodeElement(name)) {
            String code = tree.getNode(node).getStringValue().strip();
            set(there, categories.getOrDefault(code, -1));
        }
    }

    private void note(BitSet there, int parent, int name) {
        noteOnceOrTwice(there, pair(0, name));
        noteOnceOrTwice(there, pair(parent, name));
    }

    private void noteOnceOrTwice(BitSet there, long key) {
        int fact = once.get(key);
        if (fact >= 0 && there.get(fact)) {
            set(there, twice.get(key));
        }
        set(there, fact);
    }

    /** Opens gates for a name not met before; the modes that visit every element with its ending. */
    private long noteEnding(BitSet there, int name) {
        for (Ending ending : endings) {
            if (!ending.familiar.get(name) && hasEnding(name, ending)) {
                there.set(ending.number);
            }
        }
        long modes = 0;
        for (Ending ending : visitEndings) {
            modes |= hasEnding(name, ending) ? 1L << ending.number : 0;
        }
        return modes;
    }

    private boolean hasEnding(int name, Ending ending) {
        return pool.getLocalName(name).endsWith(ending.ending)
                && (ending.uri.isEmpty() || ending.uri.equals(pool.getURI(name).toString()));
    }

    private Map<Long, Integer> modesByStep(List<Visits> visits) {
        Map<Long, Long> modes = new LinkedHashMap<>();
        for (Visits each : visits) {
            int mode = visitParameters.size();
            visitParameters.add(new QName(each.parameter()));
            each.endings().forEach(ending -> visitEndings.add(ending(mode, ending)));
            for (Fact step : each.steps()) {
                int parent = step.parent().isEmpty() ? 0 : fingerprint(step.parent());
                modes.merge(pair(parent, fingerprint(step.name())), 1L << mode, (one, other) -> one | other);
            }
        }
        visitMasks = modes.values().stream().mapToLong(mask -> mask).toArray();
        Map<Long, Integer> numbers = new HashMap<>();
        modes.keySet().forEach(step -> numbers.put(step, numbers.size()));
        return numbers;
    }

    private boolean isCodeElement(int name) {
        for (int code : codeElements) {
            if (code == name) {
                return true;
            }
        }
        return false;
    }

    private static void set(BitSet there, int fact) {
        if (fact >= 0) {
            there.set(fact);
        }
    }

    private static boolean isWithin(int[] needed, BitSet there) {
        for (int fact : needed) {
            if (!there.get(fact)) {
                return false;
            }
        }
        return true;
    }

    private Ending ending(int number, Gate.Unfamiliar unfamiliar) {
        BitSet familiar = new BitSet();
        unfamiliar.familiar().forEach(name -> familiar.set(fingerprint(name)));
        String uri = unfamiliar.prefix().isEmpty() ? "" : uri(unfamiliar.prefix());
        return new Ending(number, uri, unfamiliar.ending(), familiar);
    }

    private int number(Fact fact, Map<Long, Integer> numbers) {
        if (!fact.category().isEmpty()) {
            return categories.computeIfAbsent(fact.category(), code -> next++);
        }
        int parent = fact.parent().isEmpty() ? 0 : fingerprint(fact.parent());
        return numbers.computeIfAbsent(pair(parent, fingerprint(fact.name())), key -> next++);
    }

    private static long pair(int parent, int name) {
        return ((long) parent << Integer.SIZE) | name;
    }

    /** A number for an element's or attribute's name, as the tree uses it. */
    private int fingerprint(String name) {
        if (name.startsWith("@")) {
            return ATTRIBUTE | pool.allocateFingerprint(NamespaceUri.NULL, name.substring(1));
        }
        int colon = name.indexOf(':');
        return pool.allocateFingerprint(NamespaceUri.of(uri(name.substring(0, colon + 1))), name.substring(colon + 1));
    }

    private String uri(String prefix) {
        String uri = namespaces.get(prefix.substring(0, prefix.length() - 1));
        if (uri == null) {
            throw new IllegalArgumentException("The rules don't declare the prefix " + prefix);
        }
        return uri;
    }
}
