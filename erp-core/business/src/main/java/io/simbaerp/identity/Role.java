package io.simbaerp.identity;

import io.simbaerp.architecture.Duty;
import java.util.Set;

/**
 * A bundle of duties under a name.
 *
 * @param code the name by which roles are granted, such as {@code accountant}
 */
public record Role(String code, String nameEn, String namePl, Set<Duty> duties) {}
