/** Pages and REST about coding proposals and touchless coding. */
@NullMarked
package io.simbaerp.invoice.automation.web;

import org.jspecify.annotations.NullMarked;
