/** The rolling limits of the company as pages and REST. */
@NullMarked
package io.simbaerp.approval.limit.web;

import org.jspecify.annotations.NullMarked;
