package io.simbaerp.audit;

import java.util.Map;
import java.util.UUID;

/** Ids of records people know by a code alone, so that the pages that show the code lead to the record's history. */
public interface RecordCodes {

    /** The ids of the company's records of this kind by their codes; none if the module has no such records. */
    Map<String, UUID> of(String kind);
}
