/** The page of substitutions and its REST resource. */
@NullMarked
package io.simbaerp.identity.substitution.web;

import org.jspecify.annotations.NullMarked;
