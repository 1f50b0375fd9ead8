@NullMarked
package io.simbaerp.task.delegation.web;

import org.jspecify.annotations.NullMarked;
