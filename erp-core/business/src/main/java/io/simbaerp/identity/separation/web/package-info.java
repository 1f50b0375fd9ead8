/** Conflicts of duties and exceptions as pages and REST. */
@NullMarked
package io.simbaerp.identity.separation.web;

import org.jspecify.annotations.NullMarked;
