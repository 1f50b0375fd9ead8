package io.simbaerp.walls;

import io.simbaerp.architecture.Duty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Every door of the running application, from its handler mappings: what tests that walk through all of it go by. A new
 * endpoint or page is in here without anybody adding it.
 */
public final class Doors {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    /** What answers behind a door. */
    public enum Kind {
        /** JSON or a file under {@code /api/}, asked with a token. */
        REST,
        /** A page or a fragment of one. */
        PAGE,
        /** A file asked for in a session. */
        DOWNLOAD,
        /** What a page's form posts to. */
        FORM
    }

    /**
     * A door.
     *
     * @param pattern the path with its variables, such as {@code /documents/{id}}
     * @param inputs everything the handler takes from a request
     * @param consumes content types it insists on, empty for any
     * @param duties asked for by the use cases and queries it calls; empty where a list or a port decides at run time
     * @param own those of them without which nothing is done; the others are asked for by what is shown afterwards
     */
    public record Door(
            Kind kind,
            String method,
            String pattern,
            List<DoorInput> inputs,
            List<String> consumes,
            HandlerMethod handler,
            Set<Duty> duties,
            Set<Duty> own) {

        /** Names of the path's variables, in order. */
        public List<String> variables() {
            return Arrays.stream(pattern.split("[{]"))
                    .skip(1)
                    .map(part -> part.substring(0, part.indexOf('}')))
                    .toList();
        }

        public boolean reads() {
            return method.equals("GET");
        }

        public String page() {
            return handler.getBeanType().getSimpleName();
        }

        /** The path with values in place of the variables. */
        public String at(Map<String, String> values) {
            String path = pattern;
            for (String variable : variables()) {
                path = path.replace("{" + variable + "}", values.get(variable));
            }
            return path;
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private final List<Door> all;
    private final List<String> others;

    private Doors(List<Door> all, List<String> others) {
        this.all = all;
        this.others = others;
    }

    public static Doors of(ApplicationContext application) {
        DutiesBehind duties = new DutiesBehind();
        List<Door> doors = new ArrayList<>();
        List<String> others = new ArrayList<>();
        application.getBeansOfType(HandlerMapping.class).forEach((name, mapping) -> {
            if (mapping instanceof RequestMappingHandlerMapping methods) {
                methods.getHandlerMethods().forEach((info, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith("io.simbaerp")) {
                        doors.addAll(doors(info, handler, duties));
                    } else {
                        others.add(name + ": " + info);
                    }
                });
            } else {
                others.add(name);
            }
        });
        doors.sort(Comparator.comparing(Door::pattern).thenComparing(Door::method));
        return new Doors(List.copyOf(doors), List.copyOf(others));
    }

    private static List<Door> doors(RequestMappingInfo info, HandlerMethod handler, DutiesBehind duties) {
        Set<String> methods = new TreeSet<>();
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            methods.add(method.name());
        }
        if (methods.isEmpty()) {
            methods.add("GET");
            methods.add("POST");
        }
        List<String> consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(Object::toString)
                .sorted()
                .toList();
        DutiesBehind.Asked asked = duties.of(handler.getMethod());
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream()
                        .map(method -> new Door(
                                kind(method, pattern, handler),
                                method,
                                pattern,
                                DoorInput.of(handler),
                                consumes,
                                handler,
                                asked.all(),
                                asked.own())))
                .toList();
    }

    private static Kind kind(String method, String pattern, HandlerMethod handler) {
        if (pattern.startsWith("/api/")) {
            return Kind.REST;
        }
        if (!method.equals("GET")) {
            return Kind.FORM;
        }
        Class<?> answer = handler.getReturnType().getParameterType();
        return HttpEntity.class.isAssignableFrom(answer) || answer == void.class ? Kind.DOWNLOAD : Kind.PAGE;
    }

    public List<Door> all() {
        return all;
    }

    /** What handles requests besides our controllers: assets, the OpenAPI page, actuator. */
    public List<String> others() {
        return others;
    }

    public List<Door> rest() {
        return all.stream().filter(door -> door.kind() == Kind.REST).toList();
    }

    /** Pages, forms and downloads: everything asked in a session. */
    public List<Door> pages() {
        return all.stream().filter(door -> door.kind() != Kind.REST).toList();
    }

    public long count(Kind kind) {
        return all.stream().filter(door -> door.kind() == kind).count();
    }

    /** {@code METHOD /path} of every operation an OpenAPI document names. */
    public static Set<String> operations(JsonNode openApi) {
        Set<String> operations = new TreeSet<>();
        openApi.path("paths").propertyStream().forEach(path -> path.getValue()
                .propertyStream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation ->
                        operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** {@code METHOD /path} of every REST door. */
    public Set<String> restOperations() {
        return new TreeSet<>(
                Stream.of(rest()).flatMap(List::stream).map(Door::toString).toList());
    }
}
