package io.simbaerp.ledger.foreign.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.foreign.ForeignBooks;
import io.simbaerp.ledger.foreign.TakeOverMasters;
import io.simbaerp.ledger.foreign.TakeOverPartners;
import io.simbaerp.ledger.foreign.UnknownMasters;
import io.simbaerp.page.RuleTexts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Books of others: what their entries name is looked at and taken over, before the entries are. */
@Controller
@RequestMapping("/ledger/foreign-books")
class ForeignBooksController {

    private static final int SHOWN = 200;

    private final UnknownMasters unknown;
    private final TakeOverPartners partners;
    private final TakeOverMasters masters;
    private final Permission permission;
    private final RuleTexts texts;

    ForeignBooksController(
            UnknownMasters unknown,
            TakeOverPartners partners,
            TakeOverMasters masters,
            Permission permission,
            RuleTexts texts) {
        this.unknown = unknown;
        this.partners = partners;
        this.masters = masters;
        this.permission = permission;
        this.texts = texts;
    }

    /** What was found in a file, if one was looked at or taken. */
    record BooksView(
            boolean takesPartners,
            boolean takesCodes,
            @Nullable FoundView found) {}

    /** Of a file: how many there are of each kind, and how many of them are new or were added. */
    record FoundView(String fileName, boolean taken, List<KindView> kinds, List<RowView> rows, boolean cut) {}

    /** A kind of master data, counted. */
    record KindView(String kind, int all, int added) {}

    /** One that is new or was added. */
    record RowView(String kind, String code, String name, String details) {}

    @GetMapping
    ModelAndView page() {
        permission.require(Duty.VIEW_LEDGER);
        return new ModelAndView("ledger/foreign-books", "view", view(null));
    }

    @PostMapping("/check")
    ModelAndView check(@RequestParam MultipartFile file) throws IOException {
        try {
            UnknownMasters.Found found = unknown.in(file.getBytes());
            return shown(file, false, found.all(), found.unknown());
        } catch (RuleViolation refused) {
            return again(refused);
        }
    }

    @PostMapping("/partners")
    ModelAndView takePartners(@RequestParam MultipartFile file) throws IOException {
        return taken(file, partners::takeOver);
    }

    @PostMapping("/codes")
    ModelAndView takeCodes(@RequestParam MultipartFile file) throws IOException {
        return taken(file, masters::takeOver);
    }

    private ModelAndView taken(MultipartFile file, Function<byte[], UnknownMasters.Found> takeOver) throws IOException {
        try {
            UnknownMasters.Found found = takeOver.apply(file.getBytes());
            return shown(file, true, found.all(), found.unknown());
        } catch (RuleViolation refused) {
            return again(refused);
        }
    }

    private ModelAndView again(RuleViolation refused) {
        ModelAndView again = page();
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("problem", texts.problem(refused));
    }

    private BooksView view(@Nullable FoundView found) {
        return new BooksView(permission.has(Duty.MAINTAIN_PARTY), permission.has(Duty.MAINTAIN_LEDGER), found);
    }

    private ModelAndView shown(
            MultipartFile file, boolean taken, ForeignBooks.Masters all, ForeignBooks.Masters added) {
        List<RowView> rows = rows(added);
        return new ModelAndView(
                "ledger/foreign-books",
                "view",
                view(new FoundView(
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                        taken,
                        List.of(
                                new KindView(
                                        "partners",
                                        all.partners().size(),
                                        added.partners().size()),
                                new KindView(
                                        "tax-codes",
                                        all.taxCodes().size(),
                                        added.taxCodes().size()),
                                new KindView(
                                        "values",
                                        all.values().size(),
                                        added.values().size())),
                        rows.stream().limit(SHOWN).toList(),
                        rows.size() > SHOWN)));
    }

    private static List<RowView> rows(ForeignBooks.Masters added) {
        return Stream.of(
                        added.partners().stream()
                                .map(one -> new RowView(
                                        "partners",
                                        String.join(", ", one.taxIds()),
                                        one.name(),
                                        Objects.requireNonNullElse(one.address().city(), ""))),
                        added.taxCodes().stream()
                                .map(one -> new RowView(
                                        "tax-codes",
                                        one.code(),
                                        one.name(Locale.ENGLISH.getLanguage()),
                                        one.ratePercent().stripTrailingZeros().toPlainString() + " %")),
                        added.values().stream()
                                .map(one -> new RowView("values", one.number(), one.name(), one.axisName())))
                .flatMap(rows -> rows)
                .toList();
    }
}
