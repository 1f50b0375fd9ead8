package io.simbaerp.task.notice.web;

import io.simbaerp.page.Page;
import io.simbaerp.task.notice.Notice;
import io.simbaerp.task.notice.Notices;
import io.simbaerp.task.notice.ReadNotices;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the reader was told, for programs. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeResource {

    private static final int PAGE = 50;

    private final Notices notices;
    private final ReadNotices readNotices;

    NoticeResource(Notices notices, ReadNotices readNotices) {
        this.notices = notices;
        this.readNotices = readNotices;
    }

    /** How many were unread until now. */
    record ReadJson(int read) {}

    @GetMapping
    Page<Notice> page(@RequestParam(required = false) @Nullable String after) {
        return notices.page(after, PAGE);
    }

    @PostMapping("/read")
    ReadJson read() {
        return new ReadJson(readNotices.readAll());
    }
}
