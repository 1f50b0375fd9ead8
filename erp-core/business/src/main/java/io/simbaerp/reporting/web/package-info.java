/** The reports' pages, files and REST resource. */
@NullMarked
package io.simbaerp.reporting.web;

import org.jspecify.annotations.NullMarked;
