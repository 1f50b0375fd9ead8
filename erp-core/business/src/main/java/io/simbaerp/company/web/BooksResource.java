package io.simbaerp.company.web;

import io.simbaerp.company.books.Books;
import io.simbaerp.company.books.CloseBooks;
import io.simbaerp.company.books.ReopenBooks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the company keeps books, over REST. */
@RestController
@RequestMapping("/api/v1/books")
class BooksResource {

    private final Books books;
    private final CloseBooks closeBooks;
    private final ReopenBooks reopenBooks;

    BooksResource(Books books, CloseBooks closeBooks, ReopenBooks reopenBooks) {
        this.books = books;
        this.closeBooks = closeBooks;
        this.reopenBooks = reopenBooks;
    }

    /** Open books, or since when and why they are closed. */
    record BooksJson(
            boolean open,
            @Nullable Instant closedAt,
            @Nullable String reason) {}

    /** Why the books are closed. */
    record CloseJson(@Nullable String reason) {}

    @GetMapping
    BooksJson show() {
        return books.closed()
                .map(closed -> new BooksJson(false, closed.since(), closed.because()))
                .orElse(new BooksJson(true, null, null));
    }

    @PostMapping("/close")
    BooksJson close(@RequestBody CloseJson body) {
        closeBooks.close(body.reason() == null ? "" : body.reason());
        return show();
    }

    @PostMapping("/reopen")
    BooksJson reopen() {
        reopenBooks.reopen();
        return show();
    }
}
