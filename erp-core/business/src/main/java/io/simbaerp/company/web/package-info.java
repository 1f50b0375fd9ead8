/** Pages and REST resources of the company's settings. */
@NullMarked
package io.simbaerp.company.web;

import org.jspecify.annotations.NullMarked;
