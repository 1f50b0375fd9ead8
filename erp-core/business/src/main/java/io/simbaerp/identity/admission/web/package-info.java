/** Where codes are made and used. */
@NullMarked
package io.simbaerp.identity.admission.web;

import org.jspecify.annotations.NullMarked;
