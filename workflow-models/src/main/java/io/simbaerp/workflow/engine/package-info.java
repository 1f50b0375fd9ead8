/** The engine and its walls: set-up, deployment gate, company and actor of everything that runs, desk and picture. */
@NullMarked
package io.simbaerp.workflow.engine;

import org.jspecify.annotations.NullMarked;
