/** Carries mail to people by SMTP: one server, named by the operator. */
@NullMarked
package io.simbaerp.integration.smtp;

import org.jspecify.annotations.NullMarked;
