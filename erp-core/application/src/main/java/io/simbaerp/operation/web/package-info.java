/** The page about operation. */
@NullMarked
package io.simbaerp.operation.web;

import org.jspecify.annotations.NullMarked;
