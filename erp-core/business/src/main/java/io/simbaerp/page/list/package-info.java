/**
 * One list for everything that is listed: documents, tasks, parties, open items, payment runs. A module says once what
 * its list is made of ({@link io.simbaerp.page.list.ListDescriptor}); search, filters, sorting, paging, saved views,
 * the choice of columns, files and actions on several rows at once follow from that.
 *
 * <ol>
 *   <li>SQL comes from descriptors alone; whatever a person or a program sends is bound as a parameter.
 *   <li>A page is cut by the key of its last row, never by counting rows, and takes the same few statements however
 *       many rows there are.
 *   <li>The address holds search, filters and sorting, so that a list can be sent to somebody; REST takes the same ones.
 *   <li>A file holds every row that matches, numbers as numbers, and nothing a spreadsheet would run.
 *   <li>An action on several rows shows first what will happen to each, runs each in a transaction of its own and says
 *       what came of each.
 * </ol>
 */
@NamedInterface("list")
@NullMarked
package io.simbaerp.page.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
