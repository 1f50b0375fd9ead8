@NullMarked
package io.simbaerp.task.watch.web;

import org.jspecify.annotations.NullMarked;
