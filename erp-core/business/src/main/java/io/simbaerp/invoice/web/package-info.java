/** How people and partners meet purchase invoices: the forms of tasks, the readable invoice, REST. */
@NullMarked
package io.simbaerp.invoice.web;

import org.jspecify.annotations.NullMarked;
