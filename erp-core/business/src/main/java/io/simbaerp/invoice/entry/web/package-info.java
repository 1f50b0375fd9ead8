@NullMarked
package io.simbaerp.invoice.entry.web;

import org.jspecify.annotations.NullMarked;
