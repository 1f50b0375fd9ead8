@NullMarked
package io.simbaerp.document.web;

import org.jspecify.annotations.NullMarked;
