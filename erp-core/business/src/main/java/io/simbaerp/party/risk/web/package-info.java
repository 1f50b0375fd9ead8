/** The risk of a supplier as page and REST. */
@NullMarked
package io.simbaerp.party.risk.web;

import org.jspecify.annotations.NullMarked;
