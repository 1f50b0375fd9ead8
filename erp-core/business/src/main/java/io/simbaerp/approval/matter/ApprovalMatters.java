package io.simbaerp.approval.matter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which bean serves which kind of record. */
@Component
class ApprovalMatters {

    private final ObjectProvider<ApprovalMatter> beans;

    ApprovalMatters(ObjectProvider<ApprovalMatter> beans) {
        this.beans = beans;
    }

    /** @throws IllegalStateException if no module serves the kind: a mistake in a model, never a user's */
    ApprovalMatter of(String kind) {
        return beans.stream()
                .filter(bean -> bean.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No module lets its " + kind + " be approved"));
    }
}
