package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.task.mail.SendMails;
import io.simbaerp.task.notice.TellPeople;
import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.SmtpInbox;
import io.simbaerp.testing.TestClock;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mail keeps out of its reader's quiet hours however long it waited, and a whole group is told as quickly as one. */
@StoryTest
class NoticeTimesStory {

    /** In Warsaw, a minute before it becomes quiet. */
    private static final Instant BEFORE_THE_QUIET = Instant.parse("2026-11-20T09:59:00Z");

    @Autowired
    Simba simba;

    @Autowired
    SmtpInbox inbox;

    @Autowired
    MailPeople people;

    @Autowired
    TellPeople tellPeople;

    @Autowired
    SendMails sendMails;

    @Autowired
    TestClock clock;

    private final List<MailPeople.Colleague> staff = new ArrayList<>();
    private CompanyId company;

    @BeforeEach
    void begin() {
        clock.set(TestClock.START);
        company = new CompanyId(UUID.fromString(people.company()));
    }

    @AfterEach
    void leave() {
        clock.set(TestClock.START);
        inbox.outOfOrder(false);
        people.leave(staff.toArray(MailPeople.Colleague[]::new));
    }

    @Test
    void whatWasToldBeforeTheQuietHoursAndCouldNotGoThenWaitsForTheirEnd() throws MessagingException, IOException {
        MailPeople.Colleague manager = reachable(false);
        clock.set(BEFORE_THE_QUIET);
        inbox.outOfOrder(true);
        toApprove("QUIET/1");
        tell();
        assertThat(people.outbox(manager)).containsExactly("CODE SENT 1", "NOTICE WAITING 1");
        inbox.outOfOrder(false);
        clock.advance(Duration.ofMinutes(6));
        tell();
        assertThat(newsOf(manager, "QUIET/1")).as("five past eleven").isEmpty();
        assertThat(people.outbox(manager))
                .as("to wait is no attempt")
                .containsExactly("CODE SENT 1", "NOTICE WAITING 1");
        clock.set(Instant.parse("2026-11-20T11:31:00Z"));
        tell();
        assertThat(newsOf(manager, "QUIET/1")).hasSize(1);
        assertThat(people.outbox(manager)).containsExactly("CODE SENT 1", "NOTICE SENT 2");
    }

    @Test
    void onDaysOffMailWaitsForTheNextWorkingDay() throws MessagingException, IOException {
        MailPeople.Colleague manager = reachable(true);
        clock.set(BEFORE_THE_QUIET);
        inbox.outOfOrder(true);
        toApprove("QUIET/2");
        tell();
        inbox.outOfOrder(false);
        clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        tell();
        assertThat(newsOf(manager, "QUIET/2")).as("Saturday").isEmpty();
        clock.set(Instant.parse("2026-11-23T05:31:00Z"));
        tell();
        assertThat(newsOf(manager, "QUIET/2")).as("Monday").hasSize(1);
    }

    @Test
    void aGroupIsToldByAsManyStatementsAsOnePerson() throws MessagingException, IOException {
        reachable(false);
        String first = coded("GROUP/1");
        tellPeople.run(company);
        send(first);
        int one = CountedStatements.of(() -> tellPeople.run(company));
        for (int more = 0; more < 5; more++) {
            reachable(false);
        }
        String second = coded("GROUP/2");
        tellPeople.run(company);
        send(second);
        int six = CountedStatements.of(() -> tellPeople.run(company));
        assertThat(six).isEqualTo(one);
        sendMails.run(company);
        for (MailPeople.Colleague told : staff) {
            assertThat(people.news(told)).as(told.login()).isNotEmpty();
        }
    }

    private MailPeople.Colleague reachable(boolean workingDaysOnly) throws MessagingException, IOException {
        MailPeople.Colleague manager = people.register("manager");
        staff.add(manager);
        manager.giveAddress();
        sendMails.run(company);
        manager.rest()
                .post(
                        "/api/v1/notice-settings/address/confirm",
                        Map.of("code", people.letters(manager).get(0).code()))
                .expect(200);
        manager.rest()
                .put(
                        "/api/v1/notice-settings",
                        Map.of(
                                "ways",
                                Map.of("GROUP", "MAIL"),
                                "quietFrom",
                                "11:00",
                                "quietUntil",
                                "12:30",
                                "workingDaysOnly",
                                workingDaysOnly))
                .expect(200);
        return manager;
    }

    /** Of this document: another story's task may be told to whoever joins the group, too. */
    private List<MailPeople.Letter> newsOf(MailPeople.Colleague manager, String number)
            throws MessagingException, IOException {
        return people.news(manager).stream()
                .filter(letter -> letter.subject().contains(number))
                .toList();
    }

    private void toApprove(String number) {
        send(coded(number));
    }

    private void send(String document) {
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
    }

    private String coded(String number) {
        String document = simba.receive(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", "430.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        return document;
    }

    private void tell() {
        tellPeople.run(company);
        sendMails.run(company);
    }
}
