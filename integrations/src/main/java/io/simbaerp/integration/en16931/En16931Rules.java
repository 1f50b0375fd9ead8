package io.simbaerp.integration.en16931;

import io.simbaerp.document.Finding;
import java.util.List;
import net.sf.saxon.om.NodeInfo;
import org.jspecify.annotations.Nullable;

/**
 * The official rules of EN 16931 as the European Commission publishes them, run in a quicker form that says the same of
 * every document. Compiling them takes some seconds, so it happens once, in the background; whoever comes earlier waits.
 */
public final class En16931Rules {

    private final Slot ubl = new Slot(RuleSet.UBL);
    private final Slot cii = new Slot(RuleSet.CII);

    /** Compiles both rule sets, unless that has been done. */
    public void prepare() {
        ubl.rules();
        cii.rules();
    }

    /**
     * @param document the document node of the tree
     * @return what the rules say, in document order; empty when the document keeps them all
     */
    public List<Finding> judge(RuleSet rules, NodeInfo document) {
        return (rules == RuleSet.UBL ? ubl : cii).rules().judge(document);
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
