package io.simbaerp.document.web;

import io.simbaerp.document.Finding;
import io.simbaerp.document.QuarantinedView;
import io.simbaerp.document.TimelineEntry;
import io.simbaerp.document.wording.FindingWords;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.TimelineRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what stands on the page of a document into the reader's words. */
@Component
class PageWords {

    private final RuleTexts texts;
    private final FindingWords findingWords;
    private final Formats formats;

    PageWords(RuleTexts texts, FindingWords findingWords, Formats formats) {
        this.texts = texts;
        this.findingWords = findingWords;
        this.formats = formats;
    }

    DocumentPage.FindingRow finding(Finding finding) {
        String tone =
                switch (finding.severity()) {
                    case ERROR -> "bad";
                    case WARNING -> "warn";
                    case INFORMATION -> "info";
                };
        return new DocumentPage.FindingRow(
                tone,
                texts.message("document.severity." + finding.severity(), List.of()),
                findingWords.text(finding),
                finding.rule(),
                finding.location());
    }

    /** What happened, and last where it stands now. */
    List<TimelineRow> history(List<TimelineEntry> entries, @Nullable ProcessDrawing process) {
        List<TimelineRow> rows = new ArrayList<>(entries.stream().map(this::row).toList());
        if (process != null && !process.current().isEmpty()) {
            rows.add(new TimelineRow(
                    texts.message("document.timeline-now", List.of()), process.current(), null, null, null, "now"));
        }
        return rows;
    }

    private TimelineRow row(TimelineEntry entry) {
        String who = entry.onBehalfOf() == null
                ? entry.actor()
                : entry.actor() + ", " + texts.message("document.on-behalf", List.of(entry.onBehalfOf()));
        return new TimelineRow(
                formats.dayAndTime(entry.at()),
                entry.text(),
                who,
                entry.link(),
                entry.link() == null ? null : texts.message("document.open-record", List.of()),
                entry.event().equals("document-quarantined") ? "warn" : null);
    }

    DocumentPage.Quarantine quarantine(QuarantinedView quarantined) {
        return new DocumentPage.Quarantine(
                texts.rule(quarantined.reason().rule(), quarantined.reason().args()),
                quarantined.reason().rule(),
                quarantined.attempt(),
                formats.instant(quarantined.at()));
    }
}
