package io.simbaerp.page.choice;

/**
 * A view to be saved.
 *
 * @param query search, filters and sorting as in the list's address
 * @param shared whether everybody of the company sees it
 * @param standard whether the list opens with it from now on, for whoever saves it
 */
public record ListViewDraft(String list, String name, String query, boolean shared, boolean standard) {}
