package io.simbaerp.integration.en16931;

import java.util.List;
import java.util.Set;

/**
 * A group of assertions that can only fail if the document contains certain things. The gate stays shut, and the group
 * is left out, when every alternative lacks at least one of its facts.
 *
 * @param parameter the stylesheet parameter that opens it
 */
record Gate(String parameter, List<Set<Fact>> alternatives) {}
