/** The page that asks for the first company and its administrator. */
@NullMarked
package io.simbaerp.setup.web;

import org.jspecify.annotations.NullMarked;
