package io.simbaerp.task.mail;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, one after the other and outside every transaction. If this node dies between the server's yes and the
 * note of it, the same mail goes out once more under the same id.
 */
@Component
public class SendMails {

    private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);

    /** Who acts: the job's name, which is nobody's. */
    private static final String JOB = "mail";

    private static final int ATTEMPTS = 8;
    private static final int AT_ONCE = 500;

    private final MailSetup setup;
    private final CurrentActor currentActor;
    private final TakeMail take;
    private final EndMail end;
    private final PersonalMail personalMail;

    SendMails(MailSetup setup, CurrentActor currentActor, TakeMail take, EndMail end, PersonalMail personalMail) {
        this.setup = setup;
        this.currentActor = currentActor;
        this.take = take;
        this.end = end;
        this.personalMail = personalMail;
    }

    /** Whether mail can be sent at all. */
    boolean ready() {
        return setup.ready();
    }

    /** All that is due in one company; nothing where no mail is set up. */
    public void run(CompanyId company) {
        run(company, () -> true);
    }

    /**
     * The same, until it is told to stop or the server can't be reached: what waits then isn't tried in vain.
     *
     * @return whether the server could be reached, as far as it was needed
     */
    boolean run(CompanyId company, BooleanSupplier goesOn) {
        if (!setup.ready()) {
            return true;
        }
        Acting job = Acting.system(JOB, company);
        for (int sent = 0; sent < AT_ONCE && goesOn.getAsBoolean(); sent++) {
            Optional<DueMail> due = currentActor.as(job, take::next);
            if (due.isEmpty()) {
                return true;
            }
            if (!send(job, due.get())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the server could be reached. */
    private boolean send(Acting job, DueMail mail) {
        try {
            Optional<Mail> written = personalMail.write(job.company(), mail);
            written.ifPresent(setup.carrier()::carry);
            currentActor.run(
                    job, () -> end.end(mail, written.isPresent() ? EndMail.Result.SENT : EndMail.Result.DROPPED, null));
            return true;
        } catch (RuntimeException e) {
            boolean over = mail.attempts() >= ATTEMPTS || e instanceof MailFault fault && fault.lasting();
            LOG.warn("Mail {} could not be sent: {}", mail.ids(), e.toString());
            LOG.debug("Why it could not be sent", e);
            currentActor.run(
                    job,
                    () -> end.end(
                            mail,
                            over ? EndMail.Result.FAILED : EndMail.Result.WAITING,
                            String.valueOf(e.getMessage())));
            return !(e instanceof MailFault fault && fault.ofServer());
        }
    }
}
