package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Which beans and methods models may call, and as whom a process acts. */
@Component
public class StepRegistry {

    private final Map<String, Object> beans;

    StepRegistry(ListableBeanFactory beanFactory) {
        this.beans = new TreeMap<>(beanFactory.getBeansWithAnnotation(Steps.class));
    }

    /** The beans by name: all that expressions of models can see. */
    Map<Object, Object> visibleBeans() {
        return Map.copyOf(beans);
    }

    public boolean isBean(String name) {
        return beans.containsKey(name);
    }

    /** Whether the process may call this method with so many arguments. */
    public boolean mayCall(String process, String bean, String method, int arity) {
        Object steps = beans.get(bean);
        return steps != null
                && annotation(steps).process().equals(process)
                && Arrays.stream(AopUtils.getTargetClass(steps).getMethods())
                        .filter(candidate -> candidate.isAnnotationPresent(Step.class))
                        .anyMatch(candidate ->
                                candidate.getName().equals(method) && candidate.getParameterCount() == arity);
    }

    /** Every callable method as {@code bean.method/arity}. */
    public Set<String> signatures() {
        return beans.entrySet().stream()
                .flatMap(entry -> Arrays.stream(
                                AopUtils.getTargetClass(entry.getValue()).getMethods())
                        .filter(method -> method.isAnnotationPresent(Step.class))
                        .map(method -> signature(entry.getKey(), method)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The process, acting for the company of one of its instances. */
    Acting acting(String process, String tenant) {
        return new Acting(Actor.process(process), new CompanyId(UUID.fromString(tenant)), duties(process));
    }

    /** Every process may use the desk; beyond that it is granted what its steps need. */
    private Set<Duty> duties(String process) {
        Set<Duty> duties = EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.RUN_PROCESS);
        beans.values().stream()
                .map(StepRegistry::annotation)
                .filter(steps -> steps.process().equals(process))
                .forEach(steps -> duties.addAll(Set.of(steps.duties())));
        return duties;
    }

    private static Steps annotation(Object bean) {
        return AopUtils.getTargetClass(bean).getAnnotation(Steps.class);
    }

    private static String signature(String bean, Method method) {
        return bean + "." + method.getName() + "/" + method.getParameterCount();
    }
}
