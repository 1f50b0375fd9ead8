package io.simbaerp.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the OpenAPI.
 *
 * @param body the schema of its JSON body; missing where it takes none
 * @param file the name of the part that is a file; empty where it takes none
 */
record Operation(String method, String path, List<Parameter> parameters, JsonNode body, String file) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** Where it goes: path, query or header. */
    record Parameter(String in, String name, String type, String format) {}

    static List<Operation> of(JsonNode openApi) {
        List<Operation> operations = new ArrayList<>();
        openApi.path("paths").propertyStream().forEach(path -> path.getValue()
                .propertyStream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operations.add(
                        of(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return operations;
    }

    private static Operation of(String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode schema = parameter.path("schema");
            parameters.add(new Parameter(
                    parameter.path("in").asString(),
                    parameter.path("name").asString(),
                    schema.path("type").asString(""),
                    schema.path("format").asString("")));
        }
        JsonNode content = operation.path("requestBody").path("content");
        return new Operation(
                method,
                path,
                parameters,
                content.path("application/json").path("schema"),
                file(content.path("multipart/form-data").path("schema"), parameters));
    }

    /** The part the schema calls binary; where the schema lies elsewhere or says nothing of it, the usual name. */
    private static String file(JsonNode form, List<Parameter> parameters) {
        for (Map.Entry<String, JsonNode> field : form.path("properties").properties()) {
            if (field.getValue().path("format").asString("").equals("binary")) {
                return field.getKey();
            }
        }
        for (Parameter parameter : parameters) {
            if (parameter.format().equals("binary") || parameter.name().equals("file")) {
                return parameter.name();
            }
        }
        return form.isMissingNode() ? "" : "file";
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
