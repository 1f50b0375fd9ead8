/**
 * The one door for everything received: by upload, REST or a watched folder.
 *
 * <ol>
 *   <li>What got an answer can't be lost: the original is on the disk and the document committed as RECEIVED before
 *       anything is read.
 *   <li>Reading, checking, registering and starting the process happen together or not at all. If they fail, the
 *       document is quarantined with the reason and the count of attempts, and a person decides.
 *   <li>Whatever waits as RECEIVED with nobody working on it is taken up by a job, at start and every minute.
 *   <li>The same content is one document per company, however often and under whatever key it is handed in. A key
 *       names one content for ever: with the same bytes it gets the first answer, with others it is refused.
 *   <li>An answer takes five seconds at most; then it says RECEIVED and the work goes on.
 *   <li>Content is recognised by itself, never by its name or by what the sender calls it.
 * </ol>
 *
 * <p>Publishes nothing of its own: {@code document} tells what happened. Reads formats through
 * {@link io.simbaerp.intake.ContentReader}.
 */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: sheet",
            "identity",
            "audit",
            "company",
            "archive",
            "party",
            "document",
            "document :: wording",
            "document :: attachment",
            "document :: classification",
            "document :: part",
            "invoice",
            "invoice :: received",
            "invoice :: polish"
        })
@NullMarked
package io.simbaerp.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
