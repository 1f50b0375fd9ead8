package io.simbaerp.integration.en16931;

import io.simbaerp.integration.xml.XmlTrees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.SaxonApiException;
import org.jspecify.annotations.Nullable;

/**
 * The code lists some rules look values up in: a file beside theirs, read once. Nothing else that a rule might ask for is
 * given.
 */
final class CodeLists implements ResourceResolver {

    private final String name;
    private final @Nullable NodeInfo lists;

    private CodeLists(String name, @Nullable NodeInfo lists) {
        this.name = name;
        this.lists = lists;
    }

    static CodeLists of(RuleSet rules) {
        String resource = rules.resource().replace(".xslt", "_codedb.xml");
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        try (InputStream stream = CodeLists.class.getClassLoader().getResourceAsStream(resource)) {
            return new CodeLists(
                    name,
                    stream == null
                            ? null
                            : XmlTrees.PROCESSOR
                                    .newDocumentBuilder()
                                    .build(new StreamSource(stream))
                                    .getUnderlyingNode());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SaxonApiException broken) {
            throw new IllegalStateException("The code lists " + resource + " cannot be read", broken);
        }
    }

    @Override
    public @Nullable Source resolve(ResourceRequest request) {
        String asked = request.relativeUri == null ? request.uri : request.relativeUri;
        return name.equals(asked) ? lists : null;
    }
}
