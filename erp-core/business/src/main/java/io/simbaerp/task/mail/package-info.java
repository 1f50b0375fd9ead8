/**
 * Mail to people: to which address it goes, what waits to be sent, and the port to whatever carries it.
 *
 * <ol>
 *   <li>Mail is written down in the transaction in which it is decided that somebody gets it, and sent after that, once for
 *       each person and notice; what fails is tried again later and later.
 *   <li>It is written as its reader, when it is sent: it says nothing they may not see at that moment.
 *   <li>To an address nobody has confirmed goes nothing but the code that confirms it.
 * </ol>
 */
@NamedInterface("mail")
@NullMarked
package io.simbaerp.task.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
