package io.simbaerp.integration.en16931;

import io.simbaerp.document.Finding;
import io.simbaerp.integration.xml.XmlTrees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.tree.tiny.TinyTree;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** One official rule set, compiled; safe to use from many threads. */
final class CompiledRules {

    private final XsltExecutable executable;
    private final CodeLists codeLists;
    private final @Nullable GateKeeper gateKeeper;

    private CompiledRules(XsltExecutable executable, CodeLists codeLists, @Nullable GateKeeper gateKeeper) {
        this.executable = executable;
        this.codeLists = codeLists;
        this.gateKeeper = gateKeeper;
    }

    /** The rules made quick: they say the same. */
    static CompiledRules quick(RuleSet rules) {
        Document stylesheet = load(rules);
        Map<String, String> namespaces = namespaces(stylesheet.getDocumentElement());
        StylesheetRewriter rewriter = new StylesheetRewriter(stylesheet);
        GateKeeper keeper = new GateKeeper(rewriter.rewrite(), rewriter.visits(), namespaces);
        return new CompiledRules(compile(rules, stylesheet), CodeLists.of(rules), keeper);
    }

    /** The rules exactly as published. */
    static CompiledRules asPublished(RuleSet rules) {
        return new CompiledRules(compile(rules, load(rules)), CodeLists.of(rules), null);
    }

    private static XsltExecutable compile(RuleSet rules, Document stylesheet) {
        try {
            return XmlTrees.PROCESSOR.newXsltCompiler().compile(new DOMSource(stylesheet));
        } catch (SaxonApiException broken) {
            throw new IllegalStateException("The official rules " + rules.resource() + " do not compile", broken);
        }
    }

    private static Document load(RuleSet rules) {
        try (InputStream stylesheet = CompiledRules.class.getClassLoader().getResourceAsStream(rules.resource())) {
            if (stylesheet == null) {
                throw new IllegalStateException(
                        "The official rules " + rules.resource() + " are not on the class path");
            }
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
            parsers.setNamespaceAware(true);
            return parsers.newDocumentBuilder().parse(stylesheet);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException("The official rules " + rules.resource() + " cannot be read", broken);
        }
    }

    private static Map<String, String> namespaces(Element stylesheet) {
        Map<String, String> namespaces = new HashMap<>();
        NamedNodeMap attributes = stylesheet.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if ("xmlns".equals(attribute.getPrefix())) {
                namespaces.put(attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        return namespaces;
    }

    private void openGates(XsltTransformer transformer, NodeInfo document) {
        if (gateKeeper != null && document.getTreeInfo() instanceof TinyTree tree) {
            gateKeeper.open(transformer, tree);
        } else if (gateKeeper != null) {
            gateKeeper.openAll(transformer);
        }
    }

    List<Finding> judge(NodeInfo document) {
        FindingCollector collector = new FindingCollector();
        try {
            XsltTransformer transformer = executable.load();
            transformer.setErrorReporter(error -> {});
            transformer.setResourceResolver(codeLists);
            transformer.setInitialContextNode(new XdmNode(document));
            openGates(transformer, document);
            transformer.setDestination(new SAXDestination(collector));
            transformer.transform();
        } catch (SaxonApiException stopped) {
            if (!collector.full()) {
                collector.stopped(stopped.getMessage());
            }
        }
        return collector.findings();
    }
}
