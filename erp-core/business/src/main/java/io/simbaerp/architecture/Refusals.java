package io.simbaerp.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Hears of every door somebody was turned away from. What was refused is rolled back; that it was tried is kept. */
public interface Refusals {

    /**
     * Says of which record a use case is asked where the record's id is a bare {@code UUID}: a refusal then stands in that
     * record's history. An id with a type of its own, such as {@code PartyId}, says it by itself.
     */
    @Documented
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @interface About {

        /** The kind of record as the trail calls it, such as {@code expense-claim}. */
        String value();
    }

    /**
     * Somebody was turned away.
     *
     * @param acting who tried, and for which company
     * @param door the use case or query
     * @param about what they tried it on, or themselves
     * @param why the refusal
     */
    void refused(Acting acting, String door, Subject about, RuntimeException why);
}
