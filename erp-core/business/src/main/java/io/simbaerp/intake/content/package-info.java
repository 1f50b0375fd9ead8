/** What a kept file is made of: what it says, what it carries inside, and what a scanner says about all of it. */
@NullMarked
package io.simbaerp.intake.content;

import org.jspecify.annotations.NullMarked;
