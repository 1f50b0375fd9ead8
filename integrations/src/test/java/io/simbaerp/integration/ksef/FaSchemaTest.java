package io.simbaerp.integration.ksef;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.Corpus;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Our own base types say what the ministry's do. */
class FaSchemaTest {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final Pattern USED = Pattern.compile("etd:(T[A-Za-z0-9_]+)");

    @Test
    void theBaseTypesAreTheMinistrysOwn() throws Exception {
        Path folder =
                Corpus.folder("poland-ksef", "comparison of the base types").orElse(null);
        if (folder == null) {
            return;
        }
        Path base = folder.resolve("xsd/FA/bazowe");
        Map<String, Set<String>> official =
                types(Files.newInputStream(base.resolve("ElementarneTypyDanych_v10-0E.xsd")));
        official.putAll(types(Files.newInputStream(base.resolve("KodyKrajow_v10-0E.xsd"))));
        Map<String, Set<String>> ours =
                types(FaSchemaTest.class.getClassLoader().getResourceAsStream(FaVersion.BASE_TYPES_SCHEMA));

        // A union of two lengths is one pattern with both.
        official.put("TNrREGON", Set.of("string", "pattern=\\d{9}|\\d{14}"));
        ours.forEach((name, facets) -> assertThat(facets).as(name).isEqualTo(official.get(name)));
        assertThat(ours.get("TKodKraju")).hasSize(255);
    }

    @Test
    void everyTypeTheSchemasUseIsThere() throws Exception {
        Set<String> ours = types(FaSchemaTest.class.getClassLoader().getResourceAsStream(FaVersion.BASE_TYPES_SCHEMA))
                .keySet();
        for (FaVersion version : List.of(FaVersion.FA_2, FaVersion.FA_3)) {
            try (InputStream schema = FaSchemaTest.class.getClassLoader().getResourceAsStream(version.schema())) {
                Matcher used = USED.matcher(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
                List<String> names = new ArrayList<>();
                while (used.find()) {
                    names.add(used.group(1));
                }
                assertThat(names).isNotEmpty();
                assertThat(ours).containsAll(names);
            }
        }
    }

    /** The facets and the base of every simple type. */
    private static Map<String, Set<String>> types(InputStream schema) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(schema);
        Map<String, Set<String>> types = new TreeMap<>();
        for (Element type : elements(document.getElementsByTagNameNS(XSD, "simpleType"))) {
            if (type.hasAttribute("name")) {
                types.put(type.getAttribute("name"), facets(type));
            }
        }
        return types;
    }

    private static Set<String> facets(Element type) {
        Set<String> facets = new TreeSet<>();
        for (Element element : elements(type.getElementsByTagNameNS(XSD, "*"))) {
            if (element.hasAttribute("base")) {
                facets.add(element.getAttribute("base").replace("xsd:", ""));
            } else if (element.hasAttribute("value")) {
                facets.add(element.getLocalName() + "=" + element.getAttribute("value"));
            }
        }
        return facets;
    }

    private static List<Element> elements(NodeList nodes) {
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> (Element) nodes.item(i))
                .toList();
    }
}
