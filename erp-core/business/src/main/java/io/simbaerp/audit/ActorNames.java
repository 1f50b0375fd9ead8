package io.simbaerp.audit;

import io.simbaerp.architecture.Actor;

/** How an actor is called on pages. The trail itself keeps ids only, so that a person's name may change or go. */
public interface ActorNames {

    /** The name to show: a person's display name, otherwise the name of process, route or job. */
    String nameOf(Actor actor);
}
