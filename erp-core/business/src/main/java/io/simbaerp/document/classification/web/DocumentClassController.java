package io.simbaerp.document.classification.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.classification.DefineDocumentClass;
import io.simbaerp.document.classification.DocumentClass;
import io.simbaerp.document.classification.DocumentClasses;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The document classes of the company, and the form that adds or changes one. */
@Controller
@RequestMapping("/document-classes")
class DocumentClassController {

    private final DocumentClasses classes;
    private final DefineDocumentClass define;
    private final Permission permission;
    private final RuleTexts texts;

    DocumentClassController(
            DocumentClasses classes, DefineDocumentClass define, Permission permission, RuleTexts texts) {
        this.classes = classes;
        this.define = define;
        this.permission = permission;
        this.texts = texts;
    }

    /** A class with its duties in words. */
    record Row(String code, String name, boolean confidential, List<String> duties, List<String> kinds) {}

    /** All classes. */
    record ClassList(List<Row> rows, boolean mayAdminister) {}

    /** A duty to be chosen. */
    record Choice(String duty, String name, boolean chosen) {}

    /**
     * The form.
     *
     * @param known whether it changes a class there is
     */
    record ClassPage(boolean known, @Nullable UUID id, ClassForm form, List<Choice> duties, List<Choice> kinds) {}

    @GetMapping
    ModelAndView list() {
        List<Row> rows = classes.all().stream()
                .map(one -> new Row(
                        one.code(),
                        one.name(LocaleContextHolder.getLocale().getLanguage()),
                        one.confidential(),
                        one.duties().stream().sorted().map(this::duty).toList(),
                        one.kinds().stream().sorted().map(this::kind).toList()))
                .toList();
        return new ModelAndView("document/classes")
                .addObject("list", new ClassList(rows, permission.has(Duty.ADMINISTER)));
    }

    @GetMapping("/new")
    ModelAndView empty() {
        permission.require(Duty.ADMINISTER);
        return form(null, ClassForm.empty());
    }

    @PostMapping
    ModelAndView add(
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String nameEn,
            @RequestParam @Nullable String namePl,
            @RequestParam @Nullable List<Duty> openedBy,
            @RequestParam @Nullable List<String> takes,
            RedirectAttributes flash) {
        return save(null, new ClassForm(code, nameEn, namePl, openedBy, takes), flash);
    }

    @GetMapping("/{code}/edit")
    ModelAndView edit(@PathVariable String code) {
        permission.require(Duty.ADMINISTER);
        DocumentClass known = existing(code);
        return form(known.id(), ClassForm.of(known));
    }

    @PostMapping("/{code}")
    ModelAndView change(
            @PathVariable String code,
            @RequestParam @Nullable String nameEn,
            @RequestParam @Nullable String namePl,
            @RequestParam @Nullable List<Duty> openedBy,
            @RequestParam @Nullable List<String> takes,
            RedirectAttributes flash) {
        permission.require(Duty.ADMINISTER);
        return save(existing(code).id(), new ClassForm(code, nameEn, namePl, openedBy, takes), flash);
    }

    private ModelAndView save(@Nullable UUID known, ClassForm form, RedirectAttributes flash) {
        try {
            if (known == null
                    && classes.all().stream().anyMatch(one -> one.code()
                            .equals(form.draft().code().strip()))) {
                throw RuleViolation.ofField("code", "document-class.known-already", String.valueOf(form.code()));
            }
            define.define(form.draft());
            flash.addFlashAttribute(
                    "toast", Toast.of("document.class-saved", form.draft().code()));
            return new ModelAndView("redirect:/document-classes");
        } catch (RuleViolation refused) {
            ModelAndView again = form(known, form);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }

    private ModelAndView form(@Nullable UUID id, ClassForm form) {
        List<Choice> duties = Stream.of(Duty.values())
                .filter(Duty.ofSight()::contains)
                .map(duty -> new Choice(duty.name(), duty(duty), form.names(duty)))
                .toList();
        List<Choice> kinds = DocumentKind.registered().stream()
                .map(kind -> new Choice(kind, kind(kind), form.takes(kind)))
                .toList();
        return new ModelAndView("document/class-form")
                .addObject("page", new ClassPage(id != null, id, form, duties, kinds));
    }

    private DocumentClass existing(String code) {
        return classes.all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("document-class", code));
    }

    private String kind(String kind) {
        return texts.message("document.kind." + kind, List.of());
    }

    private String duty(Duty duty) {
        return texts.message("duty." + duty.name(), List.of());
    }
}
