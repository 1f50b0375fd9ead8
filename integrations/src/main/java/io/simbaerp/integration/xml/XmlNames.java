package io.simbaerp.integration.xml;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.pattern.NameTest;
import net.sf.saxon.type.Type;

/**
 * The element names of one format, written with the prefixes of its specification ({@code cac:Price/cbc:PriceAmount})
 * whatever prefixes a file uses. A path is looked up once and then compares numbers.
 */
public final class XmlNames {

    private final Map<String, NamespaceUri> namespaces = new ConcurrentHashMap<>();
    private final Map<String, String> otherWords;
    private final Map<String, NameTest[]> paths = new ConcurrentHashMap<>();

    /** @param prefixes prefix to namespace; the empty prefix is for names without one */
    public XmlNames(Map<String, String> prefixes) {
        this(prefixes, Map.of());
    }

    /**
     * The names of an older edition of a format, which calls some elements otherwise.
     *
     * @param prefixes prefix to the older edition's namespace
     * @param otherWords a name of today's edition to the older one's; to nothing where that has no such step
     */
    public XmlNames(Map<String, String> prefixes, Map<String, String> otherWords) {
        this.otherWords = Map.copyOf(otherWords);
        prefixes.forEach((prefix, uri) -> namespaces.put(prefix, NamespaceUri.of(uri)));
    }

    NameTest[] path(String path) {
        NameTest[] known = paths.get(path);
        return known != null ? known : paths.computeIfAbsent(path, this::compile);
    }

    private NameTest[] compile(String path) {
        String[] steps = Arrays.stream(path.split("/"))
                .map(step -> otherWords.getOrDefault(step, step))
                .filter(step -> !step.isEmpty())
                .toArray(String[]::new);
        NameTest[] tests = new NameTest[steps.length];
        for (int i = 0; i < steps.length; i++) {
            tests[i] = test(steps[i]);
        }
        return tests;
    }

    private NameTest test(String step) {
        int colon = step.indexOf(':');
        NamespaceUri uri = namespaces.get(colon < 0 ? "" : step.substring(0, colon));
        if (uri == null) {
            throw new IllegalArgumentException("No namespace for " + step);
        }
        NamePool pool = XmlTrees.PROCESSOR.getUnderlyingConfiguration().getNamePool();
        return new NameTest(Type.ELEMENT, uri, step.substring(colon + 1), pool);
    }
}
