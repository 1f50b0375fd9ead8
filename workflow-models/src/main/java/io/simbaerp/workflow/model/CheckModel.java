package io.simbaerp.workflow.model;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.workflow.engine.gate.Refusal;
import java.util.List;

/** What a file is, and all that would keep it from being deployed; nothing is kept. */
@Query(Duty.VIEW_MODEL)
public class CheckModel {

    private final ModelJudge judge;

    CheckModel(ModelJudge judge) {
        this.judge = judge;
    }

    /** What came of it; a model without findings may be proposed. */
    public record Findings(String key, String title, List<Refusal> refusals) {}

    public Findings check(byte[] content) {
        ModelJudge.Judged judged = judge.judge(content);
        return new Findings(judged.model().key(), judged.model().title(), judged.refusals());
    }
}
