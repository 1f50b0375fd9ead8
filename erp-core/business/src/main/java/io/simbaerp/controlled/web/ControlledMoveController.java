package io.simbaerp.controlled.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.page.Toast;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves a controlled document from its page. */
@Controller
@RequestMapping("/controlled-documents/{id}")
class ControlledMoveController {

    private final ControlledDocuments documents;
    private final ControlledMoves moves;

    ControlledMoveController(ControlledDocuments documents, ControlledMoves moves) {
        this.documents = documents;
        this.moves = moves;
    }

    @Permission.Required(Duty.WRITE_CONTROLLED_DOCUMENT)
    @PostMapping("/submission")
    String submit(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer edition,
            RedirectAttributes flash) {
        return carriedOut(id, flash, () -> {
            VersionView open = open(id);
            moves.submit().submit(open.id(), edition == null ? -1 : edition);
            return Toast.of("controlled.submitted", open.documentNumber());
        });
    }

    @PostMapping("/revision")
    String revise(@PathVariable UUID id, RedirectAttributes flash) {
        return carriedOut(id, flash, () -> {
            moves.revise().open(id);
            return Toast.of("controlled.revision-opened");
        });
    }

    /** Leads on to what waits besides. */
    @PostMapping("/versions/{version}/acknowledgement")
    String acknowledge(@PathVariable UUID id, @PathVariable UUID version, RedirectAttributes flash) {
        return carriedOut(id, flash, () -> {
            documents.byId(id);
            moves.acknowledge().acknowledge(version);
            return Toast.of("controlled.acknowledged").withLink("/controlled-documents/to-read", "controlled.to-read");
        });
    }

    @PostMapping("/reminders")
    String remind(@PathVariable UUID id, RedirectAttributes flash) {
        return carriedOut(
                id, flash, () -> Toast.of("controlled.reminded", moves.remind().remind(id)));
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String comment, RedirectAttributes flash) {
        return carriedOut(id, flash, () -> {
            moves.withdraw().withdraw(id, comment);
            return Toast.of("controlled.withdrawn-now");
        });
    }

    private VersionView open(UUID id) {
        VersionView open = documents.byId(id).open();
        if (open == null) {
            throw new RuleViolation("controlled.not-a-draft");
        }
        return open;
    }

    private static String carriedOut(UUID id, RedirectAttributes flash, Supplier<Toast> move) {
        try {
            flash.addFlashAttribute("toast", move.get());
        } catch (RuleViolation refused) {
            flash.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/controlled-documents/" + id;
    }
}
