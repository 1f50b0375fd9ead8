/** The VAT register's page and REST resource. */
@NullMarked
package io.simbaerp.tax.web;

import org.jspecify.annotations.NullMarked;
