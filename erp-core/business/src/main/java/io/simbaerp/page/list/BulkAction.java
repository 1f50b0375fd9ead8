package io.simbaerp.page.list;

import io.simbaerp.architecture.Duty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that can be done to several rows of a list at once; each row is done in a transaction of its own. */
public interface BulkAction {

    /** Its name in addresses; its words are {@code <words>.bulk.<key>}, {@code .bulk-text.<key>}. */
    String key();

    Duty duty();

    /** Which list it belongs to, where another module than the list's own offers it. */
    default @Nullable String list() {
        return null;
    }

    /** Whether a person has to say why. */
    default boolean asksReason() {
        return false;
    }

    /** From what a person chooses for all of them, such as who gets them; nothing where there is no such choice. */
    default List<Choice> choices(List<UUID> ids) {
        return List.of();
    }

    /** What each of these rows is, and what stands in the way. Rows that are no longer there are left out. */
    List<Item> preview(List<UUID> ids);

    /**
     * Does it to one of them.
     *
     * @param seen the fingerprint of what was shown in the preview, if the item had one
     * @throws io.simbaerp.architecture.RuleViolation whatever stands in the way
     */
    void run(UUID id, @Nullable String seen, @Nullable String reason);

    /** The same with what was chosen for all of them. */
    default void run(UUID id, @Nullable String seen, @Nullable String reason, @Nullable String choice) {
        run(id, seen, reason);
    }

    /** Whether something is chosen for all of them, by the words {@code <words>.bulk-choice.<key>}: so far people. */
    default boolean asksChoice() {
        return false;
    }

    /** Where its rows are sent for a file to save, instead of being done; null for what is done. */
    default @Nullable String download() {
        return null;
    }

    /** Whether it can be taken back for a while. */
    default boolean canBeTakenBack() {
        return false;
    }

    /**
     * Takes it back from one of them, as the person who did it.
     *
     * @throws io.simbaerp.architecture.Conflict once it is too late
     */
    default void takeBack(UUID id) {
        throw new UnsupportedOperationException(key() + " can't be taken back");
    }

    /** One of what a person chooses from. */
    record Choice(String value, String label) {}

    /**
     * One of the rows.
     *
     * @param name what people call it
     * @param obstacle the key of the rule that stands in the way, or null
     * @param seen the fingerprint of what is decided about, if decisions bind to one
     * @param why what fills the sentence of the rule that stands in the way
     */
    record Item(
            UUID id,
            String name,
            @Nullable String obstacle,
            @Nullable String seen,
            List<Object> why) {

        public Item(UUID id, String name, @Nullable String obstacle, @Nullable String seen) {
            this(id, name, obstacle, seen, List.of());
        }

        public Item(UUID id, String name, @Nullable String obstacle) {
            this(id, name, obstacle, null);
        }
    }
}
