package io.simbaerp.integration.en16931;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/**
 * The official rules of EN 16931 and of the specifications that stand on it (Peppol, XRechnung, Factur-X) as they are
 * published, run in a quicker form that says the same of every document. Compiling takes some seconds for the largest:
 * the usual ones are compiled once in the background, rarer ones when first needed; whoever comes earlier waits.
 */
public final class OfficialRules {

    private static final List<RuleSet> USUAL = List.of(RuleSet.UBL, RuleSet.CII, RuleSet.PEPPOL);

    private final Map<RuleSet, Slot> slots = new ConcurrentHashMap<>();

    /** Compiles EN 16931's own rules, unless that has been done. */
    public void prepare() {
        rules(RuleSet.UBL);
        rules(RuleSet.CII);
    }

    /** Compiles what most invoices need, unless that has been done. */
    public void prepareUsual() {
        USUAL.forEach(this::rules);
    }

    /**
     * What the specification an invoice follows says about it.
     *
     * @param binding EN 16931's rules for the invoice's syntax
     * @param creditNote whether its root element is UBL's credit note
     * @param specification BT-24
     * @param document the document node of the tree
     * @return empty when the document keeps all rules
     */
    public List<Finding> judge(RuleSet binding, boolean creditNote, @Nullable String specification, NodeInfo document) {
        Judges judges = Judges.of(binding, creditNote, specification);
        List<Finding> findings = new ArrayList<>();
        for (RuleSet rules : judges.rules()) {
            for (Finding finding : judge(rules, document)) {
                boolean loosened = judges.extends16931() && rules.equals(binding);
                findings.add(loosened ? loosened(finding) : finding);
            }
        }
        return findings;
    }

    /**
     * @param document the document node of the tree
     * @return what this one set of rules says, in document order; empty when the document keeps them all
     */
    public List<Finding> judge(RuleSet rules, NodeInfo document) {
        return rules(rules).judge(document);
    }

    private static Finding loosened(Finding finding) {
        return finding.severity() == Severity.ERROR
                ? new Finding(finding.rule(), Severity.WARNING, finding.location(), finding.text())
                : finding;
    }

    private CompiledRules rules(RuleSet rules) {
        return slots.computeIfAbsent(rules, Slot::new).rules();
    }

    /** Compiled by whoever asks first; the others wait. */
    private static final class Slot {

        private final RuleSet name;
        private @Nullable CompiledRules compiled;

        Slot(RuleSet name) {
            this.name = name;
        }

        synchronized CompiledRules rules() {
            CompiledRules rules = compiled;
            if (rules == null) {
                rules = CompiledRules.quick(name);
                compiled = rules;
            }
            return rules;
        }
    }
}
