package io.simbaerp.audit.integrity;

import java.util.List;

/**
 * Which of its records a module puts into the integrity log. An implementation is a bean with a constructor that takes
 * nothing: {@code ./simba verify} makes one without starting the program.
 */
public interface IntegrityLeaves {

    List<LeafKind> kinds();
}
