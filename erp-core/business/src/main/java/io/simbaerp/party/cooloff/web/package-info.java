/** The cool-off of accounts, for people and programs. */
@NullMarked
package io.simbaerp.party.cooloff.web;

import org.jspecify.annotations.NullMarked;
