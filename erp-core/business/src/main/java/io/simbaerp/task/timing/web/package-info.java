/** The time rules as a page and REST. */
@NullMarked
package io.simbaerp.task.timing.web;

import org.jspecify.annotations.NullMarked;
