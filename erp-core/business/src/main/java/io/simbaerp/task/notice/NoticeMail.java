package io.simbaerp.task.notice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.mail.DueMail;
import io.simbaerp.task.mail.Mail;
import io.simbaerp.task.mail.MailPage;
import io.simbaerp.task.mail.MailPress;
import io.simbaerp.task.mail.MailSetup;
import io.simbaerp.task.mail.MailWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says by mail what a notice tells, to its reader. What is no longer needed is left out; of a confidential document only
 * what is to be done is said, never about whom or how much.
 */
@Component
class NoticeMail implements MailWriter {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeMail.class);

    private final Notices notices;
    private final Tasks tasks;
    private final Words words;
    private final CurrentActor currentActor;
    private final MailPress press;
    private final DecidingLinks deciding;

    NoticeMail(
            Notices notices,
            Tasks tasks,
            Words words,
            CurrentActor currentActor,
            MailPress press,
            DecidingLinks deciding) {
        this.notices = notices;
        this.tasks = tasks;
        this.words = words;
        this.currentActor = currentActor;
        this.press = press;
        this.deciding = deciding;
    }

    /** What puts it into words. */
    @Component
    record Words(RuleTexts texts, Formats formats, ActorNames names, MailSetup setup) {

        String word(String key, Object... args) {
            return texts.message(key, List.of(args));
        }

        String said(Notice notice) {
            return word("notice.said-" + notice.act().toLowerCase(Locale.ROOT));
        }

        String name(Notice notice) {
            return word("task.name." + notice.taskKey());
        }
    }

    @Override
    public boolean writes(DueMail.Purpose purpose) {
        return purpose != DueMail.Purpose.CODE;
    }

    @Override
    public Optional<Mail.Content> write(DueMail mail) {
        List<Notice> told =
                notices.byIds(mail.notices()).stream().filter(this::isOfUse).toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        String subject = mail.purpose() == DueMail.Purpose.DIGEST
                ? words.word("mail.digest-subject", told.size())
                : subject(told.get(0));
        return Optional.of(print(subject, told.stream().map(this::item).toList()));
    }

    /** A card that can't be printed is left out, so that it takes nothing else along. */
    private Mail.Content print(String subject, List<MailPage.Item> items) {
        try {
            return press.print(subject, page(subject, items));
        } catch (RuntimeException e) {
            LOG.warn("A mail goes out without a card that can't be printed", e);
            return press.print(
                    subject,
                    page(
                            subject,
                            items.stream()
                                    .map(item -> isPrintable(subject, item) ? item : withoutCard(item))
                                    .toList()));
        }
    }

    private boolean isPrintable(String subject, MailPage.Item item) {
        try {
            press.print(subject, page(subject, List.of(item)));
            return true;
        } catch (RuntimeException unprintable) {
            return false;
        }
    }

    private static MailPage.Item withoutCard(MailPage.Item item) {
        return new MailPage.Item(item.said(), item.title(), item.facts(), null, item.links());
    }

    private MailPage page(String subject, List<MailPage.Item> items) {
        return new MailPage(
                subject,
                items,
                words.word("mail.footer"),
                new MailPage.Link(words.word("mail.settings"), words.setup().link("/notices/settings"), false));
    }

    /** What asks for something is of use while the task waits, and for the reader or whom they stand in for. */
    private boolean isOfUse(Notice notice) {
        UUID holder = notice.holder();
        boolean others = holder != null
                && !holder.equals(notice.forWhom())
                && !currentActor.get().people().contains(holder);
        return !NoticeKind.valueOf(notice.act()).asks() || notice.open() && !others;
    }

    private String subject(Notice notice) {
        String about = speaks(notice) ? about(notice) : "";
        return words.word(
                "mail.subject",
                about.isEmpty() ? words.name(notice) : words.name(notice) + " (" + about + ")",
                words.said(notice));
    }

    private static String about(Notice notice) {
        return Stream.of(notice.documentNumber(), notice.partyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private MailPage.Item item(Notice notice) {
        try {
            return item(notice, task(notice));
        } catch (RuntimeException e) {
            LOG.warn("The card of the task {} can't be mailed; what else is told goes out", notice.taskId(), e);
            return item(notice, null);
        }
    }

    private MailPage.Item item(Notice notice, @Nullable TaskView task) {
        return new MailPage.Item(
                words.said(notice),
                words.name(notice),
                notice.confidential()
                        ? List.of(new MailPage.Fact(
                                words.word("mail.confidential"), words.word("mail.confidential-text")))
                        : facts(notice, task),
                task == null ? null : deciding.card(task),
                Stream.concat(task == null ? Stream.empty() : deciding.links(task).stream(), links(notice).stream())
                        .toList());
    }

    private List<MailPage.Link> links(Notice notice) {
        return List.of(
                notice.visible()
                        ? new MailPage.Link(
                                words.word("mail.open"), words.setup().link("/tasks/" + notice.taskId()), true)
                        : new MailPage.Link(
                                words.word("mail.open-notices"), words.setup().link("/notices"), true));
    }

    /** Of what the reader doesn't see mail says nothing, unless they asked for the decision it tells of. */
    private boolean speaks(Notice notice) {
        return !notice.confidential()
                && (notice.visible()
                        || NoticeKind.valueOf(notice.act()) == NoticeKind.DECISION
                        || task(notice) != null);
    }

    /** The task itself only where its reader works on tasks and may see it, be it because it is one of their people's. */
    private @Nullable TaskView task(Notice notice) {
        return !notice.confidential() && currentActor.get().may(Duty.WORK_ON_TASK)
                ? tasks.byIds(List.of(notice.taskId())).stream().findFirst().orElse(null)
                : null;
    }

    private List<MailPage.Fact> facts(Notice notice, @Nullable TaskView task) {
        List<MailPage.Fact> facts = new ArrayList<>();
        boolean speaks = speaks(notice);
        add(facts, "mail.fact-party", speaks ? notice.partyName() : null);
        add(facts, "mail.fact-number", speaks ? notice.documentNumber() : null);
        add(
                facts,
                "mail.fact-amount",
                task == null ? null : words.formats().money(task.facts().amount()));
        add(
                facts,
                "mail.fact-due",
                notice.dueAt() == null || !notice.open()
                        ? null
                        : words.formats().instant(notice.dueAt()));
        add(
                facts,
                "mail.fact-whose",
                notice.forWhom() == null ? null : words.names().nameOf(Actor.person(notice.forWhom())));
        add(
                facts,
                "mail.fact-decision",
                notice.outcome() == null ? null : words.word("task.outcome." + notice.outcome()));
        return facts;
    }

    private void add(List<MailPage.Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new MailPage.Fact(words.word(label), value));
        }
    }
}
