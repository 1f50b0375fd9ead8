/** Controlled documents, for people and programs. */
@NullMarked
package io.simbaerp.controlled.web;

import org.jspecify.annotations.NullMarked;
