/**
 * Whether the company keeps books. Closed books take no entry and no register row, in no period, by nobody and through no
 * exception, until they are opened again; PostgreSQL refuses it by {@code company_keeps_books}.
 */
@NullMarked
package io.simbaerp.company.books;

import org.jspecify.annotations.NullMarked;
