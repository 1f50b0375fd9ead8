package io.simbaerp.task.notice;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.workingday.WorkingDays;
import io.simbaerp.task.mail.DueMail;
import io.simbaerp.task.mail.MailTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps mail from people while they want none: judged when it is to go, however long it waited before. */
@Component
class QuietHours implements MailTimes {

    private final SettingRows settings;
    private final WorkingDays workingDays;
    private final CurrentCompany currentCompany;

    QuietHours(SettingRows settings, WorkingDays workingDays, CurrentCompany currentCompany) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.currentCompany = currentCompany;
    }

    @Override
    public Instant mayCome(UUID person, DueMail.Purpose purpose, Instant now) {
        NoticeTimes times = settings.times(person);
        ZonedDateTime here = now.atZone(currentCompany.get().timeZone());
        boolean atOnce =
                times.from(here, NoticeWay.MAIL, day -> works(day, person)).equals(here);
        NoticeWay way = purpose == DueMail.Purpose.DIGEST ? NoticeWay.DIGEST : NoticeWay.MAIL;
        return atOnce ? now : times.from(here, way, day -> works(day, person)).toInstant();
    }

    private boolean works(LocalDate day, UUID person) {
        return workingDays.worked(day, day, person).stream()
                .anyMatch(worked -> worked.opens().isBefore(worked.closes()));
    }
}
