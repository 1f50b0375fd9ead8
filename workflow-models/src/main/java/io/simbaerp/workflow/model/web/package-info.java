/** Versions of models, for people and programs. */
@NullMarked
package io.simbaerp.workflow.model.web;

import org.jspecify.annotations.NullMarked;
