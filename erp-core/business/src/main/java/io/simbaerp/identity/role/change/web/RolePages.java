package io.simbaerp.identity.role.change.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.identity.role.change.ClashOfPerson;
import io.simbaerp.identity.role.change.RoleContent;
import io.simbaerp.page.RuleTexts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts a role into words. */
@Component
class RolePages {

    /** The duties of amounts, cost centres and types of documents: others know no limits. */
    private static final Set<Duty> LIMITED = EnumSet.of(
            Duty.CODE_INVOICE,
            Duty.APPROVE_INVOICE,
            Duty.APPROVE_INVOICE_ABOVE_LIMIT,
            Duty.POST_JOURNAL_ENTRY,
            Duty.PROPOSE_PAYMENT,
            Duty.APPROVE_PAYMENT);

    /** A duty that may be in it. */
    record Choice(
            String duty,
            String name,
            boolean chosen,
            boolean limited,
            @Nullable String upTo,
            @Nullable String costCentres,
            @Nullable String documentTypes) {}

    /** Somebody who holds the role. */
    record Holder(UUID user, String person, boolean limited) {}

    /** Whom the change would put into conflict. */
    record Clash(UUID user, UUID conflict, String person, String one, String other, String reason) {}

    /**
     * The page.
     *
     * @param known whether there is such a role already
     * @param previewed whether the change was only tried
     */
    record RolePage(
            boolean known,
            @Nullable UUID id,
            String code,
            String name,
            RoleForm form,
            List<Choice> duties,
            List<Holder> holders,
            List<Clash> clashes,
            boolean previewed,
            boolean mayAdminister) {}

    private final RoleContent content;
    private final RuleTexts texts;
    private final Permission permission;

    RolePages(RoleContent content, RuleTexts texts, Permission permission) {
        this.content = content;
        this.texts = texts;
        this.permission = permission;
    }

    RolePage of(String code, RoleForm form, List<ClashOfPerson> clashes, boolean previewed) {
        Optional<RoleContent.Kept> kept = content.byCode(code);
        return new RolePage(
                kept.isPresent(),
                kept.map(RoleContent.Kept::id).orElse(null),
                code,
                kept.map(role -> named(role.nameEn(), role.namePl())).orElse(code),
                form,
                Stream.of(Duty.values())
                        .filter(duty -> duty != Duty.BELONG_TO_COMPANY)
                        .map(duty -> choice(duty, form))
                        .toList(),
                content.holders(code).stream()
                        .map(holder -> new Holder(
                                holder.user(),
                                holder.person(),
                                !holder.limits().equals(io.simbaerp.architecture.DutyLimit.NONE)))
                        .toList(),
                clashes.stream().map(this::clash).toList(),
                previewed,
                permission.has(Duty.ADMINISTER));
    }

    private Choice choice(Duty duty, RoleForm form) {
        RoleForm.Held held = form.held().stream()
                .filter(one -> one.duty() == duty)
                .findFirst()
                .orElse(null);
        return new Choice(
                duty.name(),
                duty(duty),
                held != null,
                LIMITED.contains(duty),
                held == null ? null : held.upTo(),
                held == null ? null : held.costCentres(),
                held == null ? null : held.documentTypes());
    }

    private Clash clash(ClashOfPerson clash) {
        String words = clash.conflict().words();
        return new Clash(
                clash.user(),
                clash.conflict().id(),
                clash.person(),
                duty(clash.conflict().one()),
                duty(clash.conflict().other()),
                words != null
                        ? words
                        : texts.message("identity.conflict." + clash.conflict().reason(), List.of()));
    }

    private String duty(Duty duty) {
        return texts.message("duty." + duty.name(), List.of());
    }

    private static String named(String english, String polish) {
        return LocaleContextHolder.getLocale().getLanguage().equals("pl") ? polish : english;
    }
}
