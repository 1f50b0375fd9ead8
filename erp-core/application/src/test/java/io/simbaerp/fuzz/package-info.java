/** Random and mutated requests to every operation the OpenAPI names, from a seed, so that a finding can be repeated. */
@NullMarked
package io.simbaerp.fuzz;

import org.jspecify.annotations.NullMarked;
