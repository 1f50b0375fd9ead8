package io.simbaerp.integration.xml;

import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;

/** The one Saxon configuration trees and rules share; it fetches nothing and calls no foreign code. */
public final class XmlTrees {

    public static final Processor PROCESSOR = processor();

    private XmlTrees() {}

    private static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.DTD_VALIDATION, false);
        return processor;
    }
}
