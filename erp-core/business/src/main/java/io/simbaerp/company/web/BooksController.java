package io.simbaerp.company.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.books.CloseBooks;
import io.simbaerp.company.books.ReopenBooks;
import io.simbaerp.page.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closes the company's books and opens them again, from the page of the periods. */
@Controller
@RequestMapping("/books")
class BooksController {

    private final CloseBooks closeBooks;
    private final ReopenBooks reopenBooks;

    BooksController(CloseBooks closeBooks, ReopenBooks reopenBooks) {
        this.closeBooks = closeBooks;
        this.reopenBooks = reopenBooks;
    }

    @PostMapping("/close")
    String close(@RequestParam String comment, RedirectAttributes flash) {
        return change(() -> closeBooks.close(comment), "company.books-closed-now", flash);
    }

    @PostMapping("/reopen")
    String reopen(RedirectAttributes flash) {
        return change(reopenBooks::reopen, "company.books-reopened-now", flash);
    }

    private static String change(Runnable change, String done, RedirectAttributes flash) {
        try {
            change.run();
            flash.addFlashAttribute("toast", Toast.of(done));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("toast", Toast.refused("rule." + refused.rule()));
        }
        return "redirect:/periods";
    }
}
