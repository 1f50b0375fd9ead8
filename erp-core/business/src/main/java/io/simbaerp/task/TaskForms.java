package io.simbaerp.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which bean serves which form. */
@Component
public class TaskForms {

    private final ObjectProvider<TaskForm> beans;

    TaskForms(ObjectProvider<TaskForm> beans) {
        this.beans = beans;
    }

    /** @throws IllegalStateException if no bean serves the form: the deployment gate refuses such a model */
    public TaskForm of(String form) {
        TaskForm bean = byName().get(form);
        if (bean == null) {
            throw new IllegalStateException("No module serves the form " + form);
        }
        return bean;
    }

    /** Every form that is served. */
    public Set<String> names() {
        return Set.copyOf(byName().keySet());
    }

    private Map<String, TaskForm> byName() {
        Map<String, TaskForm> byName = new HashMap<>();
        for (TaskForm bean : beans) {
            for (String form : bean.forms()) {
                if (byName.put(form, bean) != null) {
                    throw new IllegalStateException("Two modules serve the form " + form);
                }
            }
        }
        return byName;
    }
}
