/** How far the preparation of the demo documents is, on the home page. */
@NullMarked
package io.simbaerp.demo.web;

import org.jspecify.annotations.NullMarked;
