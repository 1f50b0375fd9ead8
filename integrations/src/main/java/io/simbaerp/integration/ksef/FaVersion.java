package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlNames;
import java.util.Map;
import java.util.Optional;

/** The versions of the structured invoice, told apart by their namespace. */
public enum FaVersion {
    /** Out of use since September 2023; recognised only to say so. */
    FA_1("FA(1)", "http://crd.gov.pl/wzor/2021/11/29/11089/", "external/schemas/1.0.0/schema.xsd"),
    FA_2("FA(2)", "http://crd.gov.pl/wzor/2023/06/29/12648/", "external/schemas/2.0.0/schema.xsd"),
    FA_3("FA(3)", "http://crd.gov.pl/wzor/2025/06/25/13775/", "external/schemas/3.0.0/schemat.xsd");

    /** The root element of every version. */
    public static final String ROOT_ELEMENT = "Faktura";

    /** The namespace of the types every version imports, and where we keep them. */
    public static final String BASE_TYPES =
            "http://crd.gov.pl/xml/schematy/dziedzinowe/mf/2022/01/05/eD/DefinicjeTypy/";

    public static final String BASE_TYPES_SCHEMA = "schemas/ksef-base-types.xsd";

    private final String title;
    private final String namespace;
    private final String schema;
    private final XmlNames names;

    FaVersion(String title, String namespace, String schema) {
        this.title = title;
        this.namespace = namespace;
        this.schema = schema;
        this.names = new XmlNames(Map.of("", namespace));
    }

    /** The version a root element belongs to. */
    public static Optional<FaVersion> of(String namespace, String rootElement) {
        for (FaVersion version : values()) {
            if (version.namespace.equals(namespace) && rootElement.equals(ROOT_ELEMENT)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** As people write it: FA(3). */
    public String title() {
        return title;
    }

    public String namespace() {
        return namespace;
    }

    /** The schema's place on the class path. */
    public String schema() {
        return schema;
    }

    XmlNames names() {
        return names;
    }
}
