package io.simbaerp.architecture;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who is acting on this thread, and for which company. The security chain binds it for a request, the engine for a job,
 * a route for an exchange; without it nothing of ours runs.
 */
@Component
public class CurrentActor {

    private static final ThreadLocal<@Nullable Acting> BOUND = new ThreadLocal<>();

    private Runnable widerSight = () -> {};

    /** What is to be done when somebody who sees more begins to act within a transaction. */
    void onWiderSight(Runnable widening) {
        this.widerSight = widening;
    }

    /** Who acts, or nothing outside every scope. */
    public Optional<Acting> find() {
        return Optional.ofNullable(BOUND.get());
    }

    /**
     * Who acts.
     *
     * @throws IllegalStateException outside every scope: a programming error, never a user's
     */
    public Acting get() {
        Acting acting = BOUND.get();
        if (acting == null) {
            throw new IllegalStateException("Nobody acts on this thread: a scope of actor and company is missing");
        }
        return acting;
    }

    public CompanyId company() {
        return get().company();
    }

    public Actor actor() {
        return get().actor();
    }

    /**
     * Does the work as somebody and then restores who acted before.
     *
     * @throws IllegalStateException if a transaction of another company is under way: a transaction has one company
     */
    public <T extends @Nullable Object> T as(Acting acting, Supplier<T> work) {
        Acting before = BOUND.get();
        if (before != null
                && !before.company().equals(acting.company())
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction belongs to one company; it can't change within");
        }
        bind(acting);
        try {
            if (before != null && seesMore(acting, before)) {
                widerSight.run();
            }
            return work.get();
        } finally {
            bind(before);
        }
    }

    private static boolean seesMore(Acting acting, Acting before) {
        return acting.actor().kind() != Actor.Kind.PERSON
                && before.actor().kind() == Actor.Kind.PERSON
                && TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** What is logged from here on names who acts and for whom, by their ids. */
    private static void bind(@Nullable Acting acting) {
        if (acting == null) {
            BOUND.remove();
            MDC.remove("actor");
            MDC.remove("company");
        } else {
            BOUND.set(acting);
            MDC.put("actor", acting.actor().toString());
            MDC.put("company", acting.company().toString());
        }
    }

    /** As {@link #as(Acting, Supplier)}, for work without a result. */
    public void run(Acting acting, Runnable work) {
        this.<@Nullable Void>as(acting, () -> {
            work.run();
            return null;
        });
    }
}
