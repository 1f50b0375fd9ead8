package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import java.util.Optional;

/** Port to whoever knows the matrix: who is asked where a level is not enough. */
public interface LevelsAbove {

    /** The next level above; nothing if there is none, or if subjects of this kind are somebody else's. */
    Optional<Duty> above(Subject subject, Duty level);
}
