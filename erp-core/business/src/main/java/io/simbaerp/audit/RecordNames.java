package io.simbaerp.audit;

import io.simbaerp.architecture.Subject;
import java.util.Collection;
import java.util.Map;

/** What records are called at present. The trail keeps their ids only, so a module that has records tells their names. */
public interface RecordNames {

    /** Those of these records the module has and the reader may see. */
    Map<Subject, String> of(Collection<Subject> records);
}
