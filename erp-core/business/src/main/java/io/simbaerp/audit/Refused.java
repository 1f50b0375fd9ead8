package io.simbaerp.audit;

import io.simbaerp.architecture.BusinessEvent;

/** Something somebody tried and was refused. It stands in the trail as refused. */
public interface Refused extends BusinessEvent, WithReason {}
