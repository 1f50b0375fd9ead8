package io.simbaerp.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The duty a controller's method asks for before anything of the request is read: for methods that bind what was sent, or
 * look for what it names, before they come to the use case that asks. Without it, whoever lacks the duty hears first what
 * is wrong with the request, or whether the record is there.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiredDuty {

    /** The duty of the use case behind; whoever lacks it is answered 403. */
    Duty value();
}
