package io.simbaerp.integration.en16931;

import io.simbaerp.document.Finding;
import io.simbaerp.integration.xml.XmlTrees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One official rule set, compiled; safe to use from many threads. */
final class CompiledRules {

    private final XsltExecutable executable;

    private CompiledRules(XsltExecutable executable) {
        this.executable = executable;
    }

    static CompiledRules compile(RuleSet rules) {
        try (InputStream stylesheet = CompiledRules.class.getClassLoader().getResourceAsStream(rules.resource())) {
            if (stylesheet == null) {
                throw new IllegalStateException(
                        "The official rules " + rules.resource() + " are not on the class path");
            }
            SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
            parsers.setNamespaceAware(true);
            FiredRuleFilter filter = new FiredRuleFilter(parsers.newSAXParser().getXMLReader());
            SAXSource source = new SAXSource(filter, new InputSource(stylesheet));
            return new CompiledRules(XmlTrees.PROCESSOR.newXsltCompiler().compile(source));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException | SaxonApiException | ParserConfigurationException broken) {
            throw new IllegalStateException("The official rules " + rules.resource() + " do not compile", broken);
        }
    }

    List<Finding> judge(NodeInfo document) {
        FindingCollector collector = new FindingCollector();
        try {
            XsltTransformer transformer = executable.load();
            transformer.setInitialContextNode(new XdmNode(document));
            transformer.setDestination(new SAXDestination(collector));
            transformer.transform();
        } catch (SaxonApiException stopped) {
            if (!collector.full()) {
                throw new IllegalStateException("The official rules failed on a document", stopped);
            }
        }
        return collector.findings();
    }
}
