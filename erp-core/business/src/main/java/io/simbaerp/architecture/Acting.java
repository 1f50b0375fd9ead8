package io.simbaerp.architecture;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody acting for one company with the duties held there. Everything that happens, happens inside one of these.
 *
 * @param duties what the actor may do in this company at this moment
 */
public record Acting(Actor actor, CompanyId company, Set<Duty> duties) {

    public Acting {
        duties = duties.isEmpty() ? Set.of() : Set.copyOf(duties);
    }

    /** The system's own job, with every duty. */
    public static Acting system(String job, CompanyId company) {
        return new Acting(Actor.system(job), company, EnumSet.allOf(Duty.class));
    }

    public boolean may(Duty duty) {
        return duties.contains(duty);
    }
}
