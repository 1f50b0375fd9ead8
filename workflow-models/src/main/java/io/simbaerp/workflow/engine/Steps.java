package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.Duty;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/** What one process may call, and the duties the process is granted for it. Models of other processes may not call it. */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Steps {

    /** The id of the process. */
    String process();

    /** What the process may do when it acts; nothing else is allowed to it. */
    Duty[] duties();
}
