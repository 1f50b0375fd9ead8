/** What people were told, as a page and REST. */
@NullMarked
package io.simbaerp.task.notice.web;

import org.jspecify.annotations.NullMarked;
