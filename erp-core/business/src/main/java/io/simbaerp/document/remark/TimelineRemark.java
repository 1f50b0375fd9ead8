package io.simbaerp.document.remark;

import io.simbaerp.architecture.Subject;
import java.util.Optional;

/** Port to the modules whose events have words of their own, such as what was asked: a history keeps only ids. */
public interface TimelineRemark {

    /**
     * What was said.
     *
     * @param event the event's name, such as {@code question-asked}
     * @param link what it happened to
     */
    Optional<String> of(String event, Subject link);
}
