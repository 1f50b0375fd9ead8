/** The page of the working calendar and its REST resource. */
@NullMarked
package io.simbaerp.company.workingday.web;

import org.jspecify.annotations.NullMarked;
