package io.simbaerp.architecture;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened in the business, told once, inside the transaction that made it happen. It holds ids and
 * never business data: who reacts asks for what they need. Implemented by records.
 */
public interface BusinessEvent {

    CompanyId company();

    Actor actor();

    Instant at();

    /** What it happened to. */
    Subject subject();

    /** Other records in whose history it belongs, such as the document an entry was made from. */
    default List<Subject> concerns() {
        return List.of();
    }

    /** Whether its subject came into being by it, so that nothing else can be about it yet. */
    default boolean begins() {
        return false;
    }

    /** Its name in words, from the record's name: {@code JournalEntryPosted} is {@code journal-entry-posted}. */
    default String name() {
        return inWords(getClass().getSimpleName());
    }

    /** A Java name in words: {@code JournalEntryPosted} is {@code journal-entry-posted}. */
    static String inWords(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
