/** The approval of new suppliers on the page of a partner and over REST. */
@NullMarked
package io.simbaerp.party.creation.web;

import org.jspecify.annotations.NullMarked;
