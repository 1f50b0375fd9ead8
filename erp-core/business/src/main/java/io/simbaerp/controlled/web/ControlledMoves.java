package io.simbaerp.controlled.web;

import io.simbaerp.controlled.OpenRevision;
import io.simbaerp.controlled.SubmitVersion;
import io.simbaerp.controlled.reading.AcknowledgeVersion;
import io.simbaerp.controlled.reading.RemindReaders;
import io.simbaerp.controlled.upkeep.WithdrawControlledDocument;
import org.springframework.stereotype.Component;

/** What can be done with a controlled document, by page and REST alike. */
@Component
record ControlledMoves(
        SubmitVersion submit,
        OpenRevision revise,
        AcknowledgeVersion acknowledge,
        RemindReaders remind,
        WithdrawControlledDocument withdraw) {}
