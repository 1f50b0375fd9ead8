/**
 * Versions of models: somebody proposes a file, the gate judges it, somebody else approves and deploys it after entering
 * the password again, for one company and from a day on. Neither version nor decision is ever changed.
 */
@NullMarked
package io.simbaerp.workflow.model;

import org.jspecify.annotations.NullMarked;
