/** People and roles as pages and REST. */
@NullMarked
package io.simbaerp.identity.role.web;

import org.jspecify.annotations.NullMarked;
