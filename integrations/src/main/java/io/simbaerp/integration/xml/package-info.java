/** Reading values out of an XML tree that may be wrong in any place: absent is null, unreadable is a finding. */
@NullMarked
package io.simbaerp.integration.xml;

import org.jspecify.annotations.NullMarked;
