package io.simbaerp.architecture;

import org.aopalliance.intercept.MethodInterceptor;
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

/** Puts the duty check in front of every use case and query. */
@Configuration(proxyBeanMethods = false)
class DutyGuard {

    /** Runs before the transaction's own advice, so that a refusal costs no connection. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor dutyAdvisor(ObjectProvider<Permission> permission) {
        Pointcut doors = new ComposablePointcut(new AnnotationMatchingPointcut(UseCase.class, true))
                .union((Pointcut) new AnnotationMatchingPointcut(Query.class, true));
        MethodInterceptor check = invocation -> {
            Object target = invocation.getThis();
            Class<?> type = target == null ? invocation.getMethod().getDeclaringClass() : target.getClass();
            UseCase useCase = AnnotationUtils.findAnnotation(type, UseCase.class);
            Query query = AnnotationUtils.findAnnotation(type, Query.class);
            if (useCase != null) {
                permission.getObject().require(useCase.value());
            } else if (query != null) {
                permission.getObject().require(query.value());
            }
            return invocation.proceed();
        };
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(doors, check);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }
}
