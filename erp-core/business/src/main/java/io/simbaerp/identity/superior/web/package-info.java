/** Where an administrator says who reports to whom, and where superiors find their people. */
@NullMarked
package io.simbaerp.identity.superior.web;

import org.jspecify.annotations.NullMarked;
