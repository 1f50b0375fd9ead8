package io.simbaerp.party;

import java.util.List;

/**
 * A business partner as somebody enters it.
 *
 * @param taxIds as people write them; the first is the one shown
 */
public record PartyDraft(String name, List<String> taxIds, Address address, boolean supplier, boolean customer) {}
