package io.simbaerp.architecture;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
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
    static DefaultPointcutAdvisor dutyAdvisor(ObjectProvider<CurrentActor> currentActor) {
        Pointcut doors = new ComposablePointcut(new AnnotationMatchingPointcut(UseCase.class, true))
                .union((Pointcut) new AnnotationMatchingPointcut(Query.class, true));
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(doors, new Door(currentActor));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private record Door(ObjectProvider<CurrentActor> currentActor) implements MethodInterceptor {

        private static final ThreadLocal<@Nullable Acting> INSIDE = new ThreadLocal<>();

        @Override
        public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
            Acting acting = currentActor.getObject().get();
            Acting inside = INSIDE.get();
            if (acting == inside) {
                return invocation.proceed();
            }
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
