package io.simbaerp.workflow.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What a file holds: one process or one decision table.
 *
 * @param bpmn whether it is a process
 * @param key the id under which it is started or asked
 * @param title its name in its own words
 */
public record NamedModel(boolean bpmn, String key, String title) {

    /** Every process and decision of the file; nothing if it is no readable XML. */
    public static List<NamedModel> in(byte[] content) {
        List<NamedModel> models = new ArrayList<>();
        ModelXml.read("model", content, (root, found) -> {
            for (Element child : ModelXml.children(root)) {
                if (child.getLocalName().equals("process")
                        || child.getLocalName().equals("decision")) {
                    models.add(new NamedModel(
                            child.getLocalName().equals("process"),
                            child.getAttribute("id"),
                            child.getAttribute("name")));
                }
            }
        });
        return models;
    }

    /** How the engine calls the file. */
    public String file() {
        return key + (bpmn ? ".bpmn" : ".dmn");
    }
}
