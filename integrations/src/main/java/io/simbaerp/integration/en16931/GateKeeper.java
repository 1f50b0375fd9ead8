package io.simbaerp.integration.en16931;

import io.simbaerp.integration.xml.XmlTrees;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;

/** Looks at a document once and opens the gates of all assertions that could fail in it. */
final class GateKeeper {

    /** An ending of names whose unfamiliar bearers open a gate. */
    private record Ending(int gate, String uri, String ending, BitSet familiar) {}

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

    /** The next number for a fact; the first numbers are those of gates an unfamiliar name has opened. */
    private int next;

    /** @param namespaces the stylesheet's prefixes */
    GateKeeper(List<Gate> gates, Map<String, String> namespaces) {
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
        this.once = new NumberTable(single);
        this.twice = new NumberTable(repeated);
        this.codeElements = PathReader.CODES.stream()
                .filter(name -> namespaces.containsKey(name.substring(0, name.indexOf(':'))))
                .mapToInt(this::fingerprint)
                .toArray();
    }

    /** Opens what could matter for this document; everything else stays shut. */
    void open(XsltTransformer transformer, TinyTree tree) {
        BitSet there = look(tree);
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

    private BitSet look(TinyTree tree) {
        BitSet there = new BitSet(next);
        BitSet seen = new BitSet();
        byte[] kinds = tree.getNodeKindArray();
        short[] depths = tree.getNodeDepthArray();
        int[] codes = tree.getNameCodeArray();
        int[] ancestors = new int[DEEPEST];
        for (int node = 0; node < tree.getNumberOfNodes(); node++) {
            if (kinds[node] == Type.ELEMENT || kinds[node] == Type.TEXTUAL_ELEMENT) {
                int name = codes[node] & NamePool.FP_MASK;
                int depth = depths[node];
                ancestors[depth] = name;
                note(there, depth == 0 ? 0 : ancestors[depth - 1], name);
                if (!seen.get(name)) {
                    seen.set(name);
                    noteEnding(there, name);
                }
                if (isCodeElement(name)) {
                    String code = tree.getNode(node).getStringValue().strip();
                    set(there, categories.getOrDefault(code, -1));
                }
            }
        }
        int[] attributes = tree.getAttributeNameCodeArray();
        int[] parents = tree.getAttributeParentArray();
        for (int i = 0; i < tree.getNumberOfAttributes(); i++) {
            int parent = codes[parents[i]] & NamePool.FP_MASK;
            note(there, parent, ATTRIBUTE | (attributes[i] & NamePool.FP_MASK));
        }
        return there;
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

    private void noteEnding(BitSet there, int name) {
        for (Ending ending : endings) {
            if (!ending.familiar.get(name)
                    && pool.getLocalName(name).endsWith(ending.ending)
                    && (ending.uri.isEmpty() || ending.uri.equals(pool.getURI(name).toString()))) {
                there.set(ending.gate);
            }
        }
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

    private Ending ending(int gate, Gate.Unfamiliar unfamiliar) {
        BitSet familiar = new BitSet();
        unfamiliar.familiar().forEach(name -> familiar.set(fingerprint(name)));
        String uri = unfamiliar.prefix().isEmpty() ? "" : uri(unfamiliar.prefix());
        return new Ending(gate, uri, unfamiliar.ending(), familiar);
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
        return pool.allocateFingerprint(
                NamespaceUri.of(uri(name.substring(0, colon + 1))), name.substring(colon + 1));
    }

    private String uri(String prefix) {
        String uri = namespaces.get(prefix.substring(0, prefix.length() - 1));
        if (uri == null) {
            throw new IllegalArgumentException("The rules don't declare the prefix " + prefix);
        }
        return uri;
    }
}
