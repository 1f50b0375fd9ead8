package io.simbaerp.architecture;

import io.simbaerp.architecture.Refusals.About;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Puts the duty check in front of every use case and query.
 *
 * <p>The duty is asked for at the door through which the actor comes in. What that use case calls itself, it calls on
 * its own account: whoever may hand in an invoice need not also hold the duty to look suppliers up. When somebody else
 * acts further in, such as a process, that one is asked again.
 */
@Configuration(proxyBeanMethods = false)
class DutyGuard {

    /** Runs before the transaction's own advice, so that a refusal costs no connection. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor dutyAdvisor(
            ObjectProvider<CurrentActor> currentActor, ObjectProvider<Refusals> refusals) {
        Pointcut doors = new ComposablePointcut(new AnnotationMatchingPointcut(UseCase.class, true))
                .union((Pointcut) new AnnotationMatchingPointcut(Query.class, true));
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(doors, new Door(currentActor, refusals));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private record Door(ObjectProvider<CurrentActor> currentActor, ObjectProvider<Refusals> refusals)
            implements MethodInterceptor {

        private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        private static final ThreadLocal<@Nullable Acting> INSIDE = new ThreadLocal<>();

        @Override
        public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
            Acting acting = currentActor.getObject().get();
            Acting inside = INSIDE.get();
            if (acting == inside) {
                return invocation.proceed();
            }
            try {
                return enter(invocation, acting, inside);
            } catch (MissingDuty | RuleViolation refusal) {
                if (inside == null) {
                    tell(invocation, acting, refusal);
                }
                throw refusal;
            }
        }

        private @Nullable Object enter(MethodInvocation invocation, Acting acting, @Nullable Acting inside)
                throws Throwable {
            Duty duty = dutyOf(invocation);
            if (!acting.may(duty)) {
                throw new MissingDuty(duty);
            }
            INSIDE.set(acting);
            try {
                return invocation.proceed();
            } finally {
                if (inside == null) {
                    INSIDE.remove();
                } else {
                    INSIDE.set(inside);
                }
            }
        }

        /** The transaction of what was refused is over by now. */
        private void tell(MethodInvocation invocation, Acting acting, RuntimeException refusal) {
            if (refusal instanceof MissingDuty missing && !missing.isToBeTold()) {
                return;
            }
            refusals.ifAvailable(
                    known -> known.refused(acting, nameOf(invocation), subject(invocation, acting), refusal));
        }

        /** What was asked for: the record whose id came in, otherwise whoever asked. */
        private static Subject subject(MethodInvocation invocation, Acting acting) {
            Subject said = said(invocation);
            if (said != null) {
                return said;
            }
            return Arrays.stream(invocation.getArguments())
                    .filter(Objects::nonNull)
                    .flatMap(argument -> Stream.concat(Stream.of(argument), parts(argument)))
                    .filter(part -> part.getClass().getSimpleName().matches("[A-Z]\\w+Id"))
                    .filter(part -> UUID_TEXT.matcher(part.toString()).matches())
                    .findFirst()
                    .map(id -> new Subject(
                            BusinessEvent.inWords(id.getClass().getSimpleName()).replaceFirst("-id$", ""),
                            UUID.fromString(id.toString())))
                    .orElseGet(() -> Subject.of(acting));
        }

        /** What a parameter says it is about, or a subject that came in itself. */
        private static @Nullable Subject said(MethodInvocation invocation) {
            Object[] arguments = invocation.getArguments();
            Parameter[] parameters = AopUtils.getMostSpecificMethod(
                            invocation.getMethod(),
                            AopUtils.getTargetClass(Objects.requireNonNull(invocation.getThis())))
                    .getParameters();
            for (int at = 0; at < arguments.length; at++) {
                About about = parameters[at].getAnnotation(About.class);
                if (about != null && arguments[at] instanceof UUID id) {
                    return new Subject(about.value(), id);
                }
                if (arguments[at] instanceof Subject subject) {
                    return subject;
                }
            }
            return null;
        }

        private static Stream<Object> parts(Object argument) {
            return argument instanceof Record draft
                    ? Arrays.stream(draft.getClass().getRecordComponents()).mapMulti((component, found) -> {
                        Object part = ReflectionUtils.invokeMethod(component.getAccessor(), draft);
                        if (part != null) {
                            found.accept(part);
                        }
                    })
                    : Stream.empty();
        }

        private static String nameOf(MethodInvocation invocation) {
            return AopUtils.getTargetClass(Objects.requireNonNull(invocation.getThis()))
                    .getSimpleName();
        }

        private static Duty dutyOf(MethodInvocation invocation) {
            Object target = invocation.getThis();
            Class<?> type = target == null ? invocation.getMethod().getDeclaringClass() : target.getClass();
            UseCase useCase = AnnotationUtils.findAnnotation(type, UseCase.class);
            if (useCase != null) {
                return useCase.value();
            }
            Query query = AnnotationUtils.findAnnotation(type, Query.class);
            if (query != null) {
                return query.value();
            }
            throw new IllegalStateException(type + " is neither a use case nor a query");
        }
    }
}
