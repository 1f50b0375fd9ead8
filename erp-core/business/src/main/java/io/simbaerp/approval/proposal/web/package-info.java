/** "Not me, but ..." on the task's page and over REST. */
@NullMarked
package io.simbaerp.approval.proposal.web;

import org.jspecify.annotations.NullMarked;
