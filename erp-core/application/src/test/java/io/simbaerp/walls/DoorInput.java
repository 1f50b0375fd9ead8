package io.simbaerp.walls;

import io.simbaerp.money.CurrencyCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/**
 * One thing a handler takes from a request.
 *
 * @param name of a field inside a body {@code lines[].account}; {@code *} where any name is taken
 * @param required whether the request is refused without it
 */
public record DoorInput(Place place, String name, Class<?> type, boolean required) {

    private static final int DEEPEST = 6;

    /** Where in the request it stands. */
    public enum Place {
        PATH,
        QUERY,
        HEADER,
        BODY,
        FORM,
        FILE
    }

    static List<DoorInput> of(HandlerMethod handler) {
        List<DoorInput> inputs = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            inputs.addAll(of(parameter));
        }
        return List.copyOf(inputs);
    }

    private static List<DoorInput> of(MethodParameter parameter) {
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            return List.of(
                    new DoorInput(Place.PATH, name(path.value(), parameter), parameter.getParameterType(), true));
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return List.of(new DoorInput(
                    Place.HEADER,
                    name(header.value(), parameter),
                    parameter.getParameterType(),
                    header.required()
                            && !parameter.isOptional()
                            && header.defaultValue().equals(ValueConstants.DEFAULT_NONE)));
        }
        return holdsFiles(parameter)
                ? List.of(new DoorInput(Place.FILE, fileName(parameter), MultipartFile.class, true))
                : ofQueryOrBody(parameter);
    }

    private static List<DoorInput> ofQueryOrBody(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            boolean any = Map.class.isAssignableFrom(parameter.getParameterType());
            return List.of(new DoorInput(
                    Place.QUERY,
                    any ? "*" : name(query.value(), parameter),
                    element(parameter.getGenericParameterType()),
                    !any
                            && query.required()
                            && !parameter.isOptional()
                            && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)));
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return fields(Place.BODY, "", parameter.getGenericParameterType(), 0)
                    .toList();
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class)
                || parameter.getParameterType().isRecord()) {
            return fields(Place.FORM, "", parameter.getGenericParameterType(), 0)
                    .toList();
        }
        return List.of();
    }

    /** The fields of a record and of the records inside it. */
    private static Stream<DoorInput> fields(Place place, String name, Type type, int depth) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (Collection.class.isAssignableFrom(raw) && type instanceof ParameterizedType generic) {
            return fields(place, name + "[]", generic.getActualTypeArguments()[0], depth + 1);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Stream.of(new DoorInput(place, name.isEmpty() ? "*" : name + ".*", raw, false));
        }
        if (!raw.isRecord() || depth > DEEPEST || raw == CurrencyCode.class) {
            return Stream.of(new DoorInput(place, name, raw, false));
        }
        return Stream.of(raw.getRecordComponents())
                .flatMap(component -> fields(place, inside(name, component), component.getGenericType(), depth + 1));
    }

    private static String inside(String name, RecordComponent component) {
        return name.isEmpty() ? component.getName() : name + "." + component.getName();
    }

    private static boolean holdsFiles(MethodParameter parameter) {
        return element(parameter.getGenericParameterType()) == MultipartFile.class;
    }

    private static String fileName(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        return name(named == null ? "" : named.value(), parameter);
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type inner = generic.getActualTypeArguments()[0];
            return Collection.class.isAssignableFrom(raw) && inner instanceof Class<?> element ? element : raw;
        }
        Class<?> plain = (Class<?>) type;
        return plain.isArray() ? plain.getComponentType() : plain;
    }

    private static String name(String given, MethodParameter parameter) {
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }
}
