/** The page of part-time weeks and their REST resource. */
@NullMarked
package io.simbaerp.identity.parttime.web;

import org.jspecify.annotations.NullMarked;
