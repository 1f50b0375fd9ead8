package io.simbaerp.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One question the system answers, in a read-only transaction of one company, to actors who hold its duty. Who calls
 * it within a transaction of their own may go on without what is not there for the reader.
 */
@Documented
@Component
@Transactional(readOnly = true, noRollbackFor = NotFound.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Query {

    /** The duty the actor must hold; checked before the transaction begins. */
    Duty value();
}
