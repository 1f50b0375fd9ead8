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

/** Looks at a document once and shuts the gates of all assertions that cannot fail in it. */
final class GateKeeper {

    private static final XdmAtomicValue SHUT = new XdmAtomicValue(false);

    /** Sets the numbers of attribute names apart from those of elements. */
    private static final int ATTRIBUTE = 1 << 24;

    /** Deeper than the parser lets any document be. */
    private static final int DEEPEST = 256;

    private final Map<Long, Integer> numbers = new HashMap<>();
    private final NumberTable table;
    private final Map<String, Integer> categories = new HashMap<>();
    private final List<QName> parameters = new ArrayList<>();
    private final List<List<int[]>> needs = new ArrayList<>();
    private final Map<String, String> namespaces;
    private final NamePool pool =
            XmlTrees.PROCESSOR.getUnderlyingConfiguration().getNamePool();
    private final int[] codeElements;
    private int facts;

    /** @param namespaces the stylesheet's prefixes */
    GateKeeper(List<Gate> gates, Map<String, String> namespaces) {
        this.namespaces = namespaces;
        for (Gate gate : gates) {
            parameters.add(new QName(gate.parameter()));
            needs.add(gate.alternatives().stream().map(this::numbers).toList());
        }
        this.table = new NumberTable(numbers);
        this.codeElements = PathReader.CODES.stream()
                .filter(name -> namespaces.containsKey(name.substring(0, name.indexOf(':'))))
                .mapToInt(this::fingerprint)
                .toArray();
    }

    /** Shuts what may stay shut for this document; everything else stays open. */
    void shut(XsltTransformer transformer, TinyTree tree) {
        BitSet there = look(tree);
        for (int i = 0; i < parameters.size(); i++) {
            if (needs.get(i).stream().noneMatch(needed -> isWithin(needed, there))) {
                transformer.setParameter(parameters.get(i), SHUT);
            }
        }
    }

    private BitSet look(TinyTree tree) {
        BitSet there = new BitSet(facts);
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
                if (isCodeElement(name)) {
                    noteCategory(there, tree.getNode(node).getStringValue());
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
        set(there, table.get(pair(0, name)));
        set(there, table.get(pair(parent, name)));
    }

    private boolean isCodeElement(int name) {
        for (int code : codeElements) {
            if (code == name) {
                return true;
            }
        }
        return false;
    }

    private void noteCategory(BitSet there, String text) {
        set(there, categories.getOrDefault(text.strip(), -1));
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

    private int[] numbers(Set<Fact> needed) {
        return needed.stream().mapToInt(this::number).toArray();
    }

    private int number(Fact fact) {
        if (!fact.category().isEmpty()) {
            return categories.computeIfAbsent(fact.category(), code -> facts++);
        }
        int name = fingerprint(fact.name());
        int parent = fact.parent().isEmpty() ? 0 : fingerprint(fact.parent());
        return numbers.computeIfAbsent(pair(parent, name), key -> facts++);
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
        String uri = namespaces.get(name.substring(0, colon));
        if (uri == null) {
            throw new IllegalArgumentException("The rules don't declare the prefix of " + name);
        }
        return pool.allocateFingerprint(NamespaceUri.of(uri), name.substring(colon + 1));
    }
}
