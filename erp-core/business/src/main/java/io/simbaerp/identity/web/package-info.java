/** Sign-in and tokens as pages and REST. */
@NullMarked
package io.simbaerp.identity.web;

import org.jspecify.annotations.NullMarked;
