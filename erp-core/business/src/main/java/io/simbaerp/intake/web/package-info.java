@NullMarked
package io.simbaerp.intake.web;

import org.jspecify.annotations.NullMarked;
