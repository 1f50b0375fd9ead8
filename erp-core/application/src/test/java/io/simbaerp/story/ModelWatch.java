package io.simbaerp.story;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Watches what controllers hand to templates during the stories: records and plain values, never an aggregate. */
public class ModelWatch implements HandlerInterceptor, WebMvcConfigurer {

    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final Set<String> forbidden = new ConcurrentSkipListSet<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null || view.getViewName() == null || view.getViewName().startsWith("redirect:")) {
            return;
        }
        seen.add(view.getViewName());
        view.getModel().forEach((name, value) -> judge(view.getViewName() + " " + name, value));
    }

    private void judge(String where, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> judge(where, one));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> judge(where, one));
        } else if (!plain(value)) {
            forbidden.add(where + ": " + value.getClass().getName());
        }
    }

    private static boolean plain(@Nullable Object value) {
        return value == null
                || value instanceof Record
                || value instanceof Enum<?>
                || value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal
                || value instanceof java.util.UUID
                || value instanceof BindingResult;
    }

    /** The templates that were shown so far. */
    public Set<String> seen() {
        return new TreeSet<>(seen);
    }

    /** What should not have been handed to a template. */
    public Set<String> forbidden() {
        return new TreeSet<>(forbidden);
    }
}
