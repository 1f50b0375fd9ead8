package io.simbaerp.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One thing a person, process, route or partner can make the system do: one public method, one transaction of one
 * company, one duty, one event. Pages, REST, processes and routes all come in through it, so permission, audit and
 * transaction sit here once.
 */
@Documented
@Component
@Transactional
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

    /** The duty the actor must hold; checked before the transaction begins. */
    Duty value();
}
