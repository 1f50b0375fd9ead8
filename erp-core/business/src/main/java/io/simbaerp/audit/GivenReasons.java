package io.simbaerp.audit;

import io.simbaerp.architecture.UseCase;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.util.ReflectionUtils;

/**
 * Hears why something is done: whatever a use case takes as {@code reason} or {@code comment} stands with the events it
 * causes, so that no event has to carry it.
 */
@Configuration(proxyBeanMethods = false)
class GivenReasons {

    private static final Set<String> NAMES = Set.of("reason", "comment");
    private static final Function<Object[], @Nullable Object> NONE = arguments -> null;
    private static final ThreadLocal<@Nullable String> GIVEN = new ThreadLocal<>();

    /** The reason given for what is under way, or nothing. */
    static @Nullable String current() {
        return GIVEN.get();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor reasonAdvisor() {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(UseCase.class, true), new Listener());
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return advisor;
    }

    private static final class Listener implements MethodInterceptor {

        private final Map<Method, Function<Object[], @Nullable Object>> readers = new ConcurrentHashMap<>();

        @Override
        public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
            Function<Object[], @Nullable Object> reader =
                    readers.computeIfAbsent(invocation.getMethod(), Listener::reader);
            Object reason = reader == NONE ? null : reader.apply(invocation.getArguments());
            String before = GIVEN.get();
            if (before != null || !(reason instanceof String text) || text.isBlank()) {
                return invocation.proceed();
            }
            GIVEN.set(text.strip());
            try {
                return invocation.proceed();
            } finally {
                GIVEN.remove();
            }
        }

        private static Function<Object[], @Nullable Object> reader(Method method) {
            Parameter[] parameters = method.getParameters();
            for (int at = 0; at < parameters.length; at++) {
                int place = at;
                if (NAMES.contains(parameters[at].getName()) && parameters[at].getType() == String.class) {
                    return arguments -> arguments[place];
                }
                Method accessor = accessor(parameters[at].getType());
                if (accessor != null) {
                    return arguments ->
                            arguments[place] == null ? null : ReflectionUtils.invokeMethod(accessor, arguments[place]);
                }
            }
            return NONE;
        }

        private static @Nullable Method accessor(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(part -> NAMES.contains(part.getName()) && part.getType() == String.class)
                            .findFirst()
                            .map(RecordComponent::getAccessor)
                            .orElse(null)
                    : null;
        }
    }
}
