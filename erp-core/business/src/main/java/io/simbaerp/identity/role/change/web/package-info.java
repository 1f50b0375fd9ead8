/** Pages and REST of what roles bundle. */
@NullMarked
package io.simbaerp.identity.role.change.web;

import org.jspecify.annotations.NullMarked;
