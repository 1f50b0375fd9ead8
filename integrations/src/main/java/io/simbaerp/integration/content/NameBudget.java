package io.simbaerp.integration.content;

import io.simbaerp.integration.xml.XmlTrees;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;

/**
 * Keeps names that strangers invent out of the trees once there were too many of them: every name that enters a tree
 * stays in memory until the program ends, and after a million of them no tree can be built any more. Names of the formats
 * we read always enter; the official rules ask for no others.
 */
final class NameBudget {

    static final NameBudget OF_THE_PROGRAM = new NameBudget(100_000);

    private static final Set<String> FORMATS = Set.of(
            "",
            "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
            "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
            "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
            "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
            "urn:ferd:CrossIndustryDocument:invoice:1p0",
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12",
            "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15",
            "http://crd.gov.pl/wzor/2021/11/29/11089/",
            "http://crd.gov.pl/wzor/2023/06/29/12648/",
            "http://crd.gov.pl/wzor/2025/06/25/13775/");

    private final int most;
    private final NamePool pool =
            XmlTrees.PROCESSOR.getUnderlyingConfiguration().getNamePool();
    private final Set<QName> admitted = ConcurrentHashMap.newKeySet();
    private final Set<String> namespaces = ConcurrentHashMap.newKeySet();

    NameBudget(int most) {
        this.most = most;
    }

    /** Whether elements and attributes of this name may enter a tree. */
    boolean admits(QName name) {
        String uri = name.getNamespaceURI();
        boolean ofAFormat = FORMATS.contains(uri);
        if (ofAFormat && pool.getFingerprint(NamespaceUri.of(uri), name.getLocalPart()) >= 0) {
            return true;
        }
        if (!ofAFormat && !admitsNamespace(uri)) {
            return false;
        }
        return admitted.contains(name) || (admitted.size() < most && admitted.add(name));
    }

    boolean admitsNamespace(String uri) {
        return FORMATS.contains(uri) || namespaces.contains(uri) || (namespaces.size() < most && namespaces.add(uri));
    }
}
