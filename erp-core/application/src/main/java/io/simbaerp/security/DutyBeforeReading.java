package io.simbaerp.security;

import io.simbaerp.architecture.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for the duty a method of a controller names, before a line of the request is bound. */
@Configuration(proxyBeanMethods = false)
class DutyBeforeReading implements WebMvcConfigurer, HandlerInterceptor {

    private final Permission permission;

    DutyBeforeReading(Permission permission) {
        this.permission = permission;
    }

    /** After the question which company the form was made for: the duty is asked for in that one. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(1);
    }

    /** @throws io.simbaerp.architecture.MissingDuty of whoever doesn't hold it */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Permission.Required required = method.getMethodAnnotation(Permission.Required.class);
            if (required != null) {
                permission.require(required.value());
            }
        }
        return true;
    }
}
