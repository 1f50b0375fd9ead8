@NullMarked
package io.simbaerp.party.web;

import org.jspecify.annotations.NullMarked;
