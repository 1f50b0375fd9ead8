package io.simbaerp.story;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.role.GrantRole;
import io.simbaerp.identity.role.RevokeRole;
import io.simbaerp.testing.SmtpInbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People who get mail, what they got, and what waits to be sent to them. */
class MailPeople {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{8})\\b");

    private final Simba simba;
    private final SmtpInbox inbox;
    private final Access access;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    MailPeople(Simba simba, SmtpInbox inbox, Access access, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.simba = simba;
        this.inbox = inbox;
        this.access = access;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** How people come and go. */
    record Access(
            RegisterUser register,
            GrantRole grant,
            RevokeRole revoke,
            Memberships memberships,
            CurrentActor currentActor) {}

    /** Somebody with an address of their own. */
    record Colleague(UUID id, String login, String role, String address, RestUser rest) {

        void proveAgain() {
            rest.post("/api/v1/fresh-sign-in", Map.of("password", login));
        }

        void giveAddress() {
            proveAgain();
            rest.put("/api/v1/notice-settings/address", Map.of("address", address))
                    .expect(200);
        }
    }

    /** A mail as its reader has it. */
    record Letter(MimeMessage message, String subject, String text, String html) {

        String header(String name) throws MessagingException {
            return String.join("|", message.getHeader(name));
        }

        String code() {
            Matcher matcher = CODE.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("No code in " + text);
            }
            return matcher.group(1);
        }

        @Override
        public String toString() {
            return subject;
        }
    }

    Colleague register(String role) {
        String login = "mail-" + role + "-" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = access.currentActor()
                .as(Acting.system("story", new CompanyId(UUID.fromString(company()))), () -> access.register()
                        .register(new UserDraft(login, login, login, "en", Set.of(role))));
        return new Colleague(id, login, role, login + "@example.com", simba.as(login));
    }

    /** They get another role instead of the one they came with. */
    Colleague changed(Colleague person, String role) {
        access.currentActor().run(Acting.system("story", new CompanyId(UUID.fromString(company()))), () -> {
            access.revoke().revoke(person.id(), person.role());
            access.grant().grant(person.id(), role, DutyLimit.NONE);
        });
        return new Colleague(person.id(), person.login(), role, person.address(), person.rest());
    }

    void leave(Colleague... leaving) {
        access.currentActor().run(Acting.system("story", new CompanyId(UUID.fromString(company()))), () -> {
            for (Colleague one : leaving) {
                if (access.memberships().acting(one.id(), null).isPresent()) {
                    access.revoke().revoke(one.id(), one.role());
                }
            }
        });
    }

    List<Letter> letters(Colleague person) throws MessagingException, IOException {
        List<Letter> letters = new ArrayList<>();
        for (byte[] data : inbox.to(person.address())) {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            MimeMultipart parts = (MimeMultipart) message.getContent();
            letters.add(new Letter(
                    message,
                    message.getSubject(),
                    parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString()));
        }
        return letters;
    }

    /** Without the codes. */
    List<Letter> news(Colleague person) throws MessagingException, IOException {
        return letters(person).stream()
                .filter(letter -> !letter.subject().contains("code"))
                .toList();
    }

    /** Purpose, state and attempts of all mail to a person, as it was written down. */
    List<String> outbox(Colleague person) {
        return texts("select purpose || ' ' || state || ' ' || attempts from task.mail where person = '" + person.id()
                + "' order by id");
    }

    /** What lies in the database. */
    List<String> texts(String query) {
        return access.currentActor()
                .as(
                        Acting.system("story", new CompanyId(UUID.fromString(company()))),
                        () -> new TransactionTemplate(transactions).execute(status -> {
                            jdbc.sql("select set_config('simba.company', ?, true), set_config('simba.sees', '*', true)")
                                    .param(company())
                                    .query((row, number) -> row.getString(1))
                                    .single();
                            return jdbc.sql(query).query(String.class).list();
                        }));
    }

    /** What no use case would do: SQL past the application. */
    void sql(String statement) {
        access.currentActor()
                .run(
                        Acting.system("story", new CompanyId(UUID.fromString(company()))),
                        () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            jdbc.sql("select set_config('simba.company', ?, true), set_config('simba.sees', '*', true)")
                                    .param(company())
                                    .query((row, number) -> row.getString(1))
                                    .single();
                            jdbc.sql(statement).update();
                        }));
    }

    String company() {
        String someone = simba.as("admin")
                .get("/api/v1/people")
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        return access.memberships()
                .acting(UUID.fromString(someone), null)
                .orElseThrow()
                .company()
                .toString();
    }
}
