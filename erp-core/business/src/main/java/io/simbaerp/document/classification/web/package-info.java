/** Pages and REST of document classes. */
@NullMarked
package io.simbaerp.document.classification.web;

import org.jspecify.annotations.NullMarked;
