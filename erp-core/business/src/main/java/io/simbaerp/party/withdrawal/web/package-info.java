/** Withdrawing accounts on the page of a party and over REST. */
@NullMarked
package io.simbaerp.party.withdrawal.web;

import org.jspecify.annotations.NullMarked;
