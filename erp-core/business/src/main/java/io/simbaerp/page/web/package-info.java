/** The home page, the error page and what a reader may choose for himself. */
@NullMarked
package io.simbaerp.page.web;

import org.jspecify.annotations.NullMarked;
