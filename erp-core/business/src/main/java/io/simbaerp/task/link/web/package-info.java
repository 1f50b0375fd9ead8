/** The page behind a link in mail, and the limit up to which it decides. */
@NullMarked
package io.simbaerp.task.link.web;

import org.jspecify.annotations.NullMarked;
