/** The desk's pages and its REST resources. */
@NullMarked
package io.simbaerp.task.web;

import org.jspecify.annotations.NullMarked;
