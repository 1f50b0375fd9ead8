/** The audit trail as page and REST, and the history of a record. */
@NullMarked
package io.simbaerp.audit.web;

import org.jspecify.annotations.NullMarked;
