/** The door by which open pages listen. */
@NullMarked
package io.simbaerp.task.live.web;

import org.jspecify.annotations.NullMarked;
